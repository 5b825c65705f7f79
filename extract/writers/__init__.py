"""Writers: records to files, pure serialisation in a stable order."""
