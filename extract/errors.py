"""What goes wrong around the reading of a paper: finding it, its sidecar, writing the results."""

from __future__ import annotations

from parsers.errors import PaperError


class NoPapers(PaperError):
    """A folder or a pattern holds nothing that could be a paper."""

    code = "no-papers"
    advice = "Name the papers themselves, or a folder that holds them."


class LinkRefused(PaperError):
    """A link in a folder leads out of it, or stands in an archive or a folder of a store."""

    code = "link-refused"
    advice = "Name the file that it leads to, if that is to be read."


class NestedArchive(PaperError):
    """An archive inside an archive."""

    code = "nested-archive"
    advice = "Unpack it, and name the folder."


class BrokenSidecar(PaperError):
    """The sidecar beside a paper says nothing that can be used."""

    code = "broken-sidecar"
    advice = 'Write lines such as council = "Name" for council, committee, meeting_date and source_url.'


class InternalError(PaperError):
    """The program failed on a paper: a fault of the program, not of the paper."""

    code = "internal-error"
    advice = "Report it together with the paper; the other papers of the run are not touched by it."


class BrokenOfficersFile(PaperError):
    """The file of `--officers` says nothing that can be used."""

    code = "broken-officers-file"
    advice = 'Write lines such as same = [{ council = "Name", names = ["Jane Ash", "J Ash"] }].'
    exit_code = 2


class NoStore(PaperError):
    """What an address leads to cannot be reached."""

    code = "no-store"
    advice = (
        "Install council-papers[cluster] and its driver (s3fs for s3://, paramiko for sftp://); "
        "check the address and the login."
    )
    exit_code = 1


class UnwritableOutput(PaperError):
    """A result cannot be written."""

    code = "unwritable-output"
    advice = "Choose a folder that you may write to, with room on its disk."
    exit_code = 1


class OverTime(PaperError):
    """A paper was not read within its time."""

    code = "over-time"
    advice = "Give it more with --timeout, or check that this is a committee paper."


class OverMemory(PaperError):
    """A paper asked for more memory than one may take."""

    code = "over-memory"
    advice = "Give it more with --memory, or check that this is a committee paper."


class Crashed(PaperError):
    """The process that read a paper ended: the system ended it, or native code failed."""

    code = "crashed"
    advice = (
        "Report it together with the paper, unless the machine ran out of memory: then use fewer --workers."
    )


class NoCluster(PaperError):
    """The cluster that a run was to use is not there."""

    code = "no-cluster"
    advice = "Install council-papers[cluster], start a scheduler and workers, and check the address."
    exit_code = 1


class NoResults(PaperError):
    """A folder holds no results of a run that can be read."""

    code = "no-results"
    advice = "Name the folder that extract wrote, with its records: run extract with the format json."


class DatabaseFailed(PaperError):
    """The tables cannot be loaded into the database."""

    code = "database-failed"
    advice = "Check that the server runs and that the address, the user and the password are right."
    exit_code = 1


class MissingExtra(PaperError):
    """A form of results needs packages that are not installed."""

    code = "missing-extra"
    advice = "Install council-papers with that extra."
    exit_code = 2
