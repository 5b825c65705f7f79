"""Which mutants of `normalise` there are, and a sample of them by lot."""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast_from_path
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator
from cosmic_ray.work_item import MutationSpec

# What is changed: a comparison becomes its contrary or moves by its border, a sum its difference and the
# like.  Of cosmic-ray's other replacements most end in a TypeError at once (`+` to `>>`): they would
# flatter the figure.
COMPARISONS = {
    "Eq": ["NotEq"],
    "NotEq": ["Eq"],
    "Is": ["IsNot"],
    "IsNot": ["Is"],
    "Lt": ["LtE", "GtE"],
    "LtE": ["Lt", "Gt"],
    "Gt": ["GtE", "LtE"],
    "GtE": ["Gt", "Lt"],
}
ARITHMETIC = {
    "Add": "Sub",
    "Sub": "Add",
    "Mul": "Div",
    "Div": "Mul",
    "FloorDiv": "Mul",
    "Mod": "Mul",
    "BitAnd": "BitOr",
    "BitOr": "BitAnd",
}
# A number grows by one; cosmic-ray's next change of it, to one less, is left out.
NUMBER = "core/NumberReplacer"
OPERATORS = (
    *(f"core/ReplaceComparisonOperator_{old}_{new}" for old, others in COMPARISONS.items() for new in others),
    *(f"core/ReplaceBinaryOperator_{old}_{new}" for old, new in ARITHMETIC.items()),
    "core/AddNot",
    NUMBER,
    "core/ReplaceAndWithOr",
    "core/ReplaceBreakWithContinue",
    "core/ReplaceContinueWithBreak",
    "core/ReplaceFalseWithTrue",
    "core/ReplaceOrWithAnd",
    "core/ReplaceTrueWithFalse",
    "core/ReplaceUnaryOperator_Delete_Not",
    "core/ReplaceUnaryOperator_USub_UAdd",
    "core/ZeroIterationForLoop",
)

Span = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True)
class Mutant:
    """One change of one place of a module.

    Attributes:
        module: Path of the module from the root of the project.
        operator: Cosmic-ray's name of the change.
        occurrence: Which of the places in the module that the operator may change.
        line: Where the place begins, from 1.
        statement: The lines of the statement around it, without its body.
    """

    module: Path
    operator: str
    occurrence: int
    line: int
    statement: range


def all_mutants(root: Path, package: str) -> list[Mutant]:
    """List every mutant of a package, in the order of modules, operators and places."""
    modules = sorted(path.relative_to(root) for path in (root / package).rglob("*.py"))
    return [mutant for module in modules for mutant in _mutants_of(root, module)]


def drawn(root: Path, mutants: list[Mutant], count: int, seed: int) -> list[Mutant]:
    """Draw mutants that are Python, each with equal chance; the same for the same seed and code."""
    by_lot = random.Random(seed).sample(mutants, len(mutants))  # noqa: S311 - no secret
    return list(islice((mutant for mutant in by_lot if _is_python(root, mutant)), count))


def specification(root: Path, mutant: Mutant) -> MutationSpec:
    """Return a mutant as cosmic-ray takes it; of the place it needs only the number."""
    place = {"start_pos": (mutant.line, 0), "end_pos": (mutant.line, 1)}
    return MutationSpec(root / mutant.module, mutant.operator, mutant.occurrence, **place)


def _is_python(root: Path, mutant: Mutant) -> bool:
    """Tell a mutant that can be run; `if not name := ...` cannot."""
    source = (root / mutant.module).read_text(encoding="utf-8")
    try:
        ast.parse(mutate_code(source, get_operator(mutant.operator)(), mutant.occurrence))
    except SyntaxError:
        return False
    return True


def _mutants_of(root: Path, module: Path) -> Iterator[Mutant]:
    source = ast.parse((root / module).read_text(encoding="utf-8"))
    without_effect = [_span(node) for node in _without_effect(source)]
    sums = [_span(node) for node in ast.walk(source) if isinstance(node, ast.BinOp)]
    statements = [_header(node) for node in ast.walk(source) if isinstance(node, ast.stmt)]
    nodes = list(ast_nodes(get_ast_from_path(root / module)))
    for operator in OPERATORS:
        change = get_operator(operator)()
        places = [start for node in nodes for start, _ in change.mutation_positions(node)]
        step = 2 if operator == NUMBER else 1
        for occurrence, place in enumerate(places[::step]):
            # Elsewhere `*` and `|` part arguments and patterns.
            if "BinaryOperator" in operator and not _is_in(place, sums):
                continue
            if not _is_in(place, without_effect):
                around = max(
                    (lines for lines in statements if place[0] in lines), key=lambda lines: lines.start
                )
                yield Mutant(module, operator, step * occurrence, place[0], around)


def _without_effect(source: ast.Module) -> Iterator[ast.expr]:
    """Yield what no paper can tell: annotations, which are never run, and decorators.

    The decorators of this code keep answers and make records immutable: speed, and what mypy holds.
    """
    for node in ast.walk(source):
        match node:
            case ast.FunctionDef(decorator_list=decorators, returns=returns):
                yield from decorators
                if returns:
                    yield returns
            case ast.ClassDef(decorator_list=decorators):
                yield from decorators
            case ast.AnnAssign(annotation=annotation) | ast.arg(annotation=ast.expr() as annotation):
                yield annotation


def _is_in(place: tuple[int, int], spans: list[Span]) -> bool:
    return any(start <= place < end for start, end in spans)


def _span(node: ast.expr) -> Span:
    """Return start and end of an expression: lines from 1, columns from 0."""
    return (node.lineno, node.col_offset), (node.end_lineno or node.lineno, node.end_col_offset or 0)


def _header(node: ast.stmt) -> range:
    """Return the lines of a statement; of one with a body, those above it."""
    body = getattr(node, "body", None)
    end = body[0].lineno if body else (node.end_lineno or node.lineno) + 1
    return range(node.lineno, max(node.lineno + 1, end))
