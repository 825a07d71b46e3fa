"""From an expression to what it names: scopes, bindings, imports, project files."""
