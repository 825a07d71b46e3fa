"""The files of a project by what they define: which function, class or module a name means where it is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tree_sitter import Node

from nanproof.names.binding import SELF
from nanproof.names.imports import Imported
from nanproof.names.modules import Modules
from nanproof.names.syntax import is_a, required, text
from nanproof.source.document import Document
from nanproof.suspects.contents import Class, Contents, Unit

MOST_DOCUMENTS = 300  # that are followed into
LONGEST_CHAIN = 8  # of re-exports, and of base classes


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """What a module keeps under a name: `kl = KLDivergence()`."""

    unit: Unit
    node: Node


# What a name means in the project: a function or method, a class, a module of it, or what such a one keeps.
Target = Unit | Class | Contents | Held
# Modules, by their path, and the names that were looked for in them.
_Asked = set[tuple[str, str]]


class Program:
    """Finds definitions. Pure: files are read through the modules of the project."""

    def __init__(self, modules: Modules, entries: Iterable[Document]) -> None:
        self._modules = modules
        self._opened = {each.path.replace("\\", "/"): each for each in entries}
        self._started = frozenset(self._opened)
        self._contents: dict[str, Contents] = {}
        self._bases: dict[int, tuple[Class, ...]] = {}
        self._means: dict[tuple[int, str], tuple[Target, ...]] = {}
        self._attributes: dict[int, tuple[Node, tuple[Target, ...] | None]] = {}

    @property
    def is_full(self) -> bool:
        """Whether more files are imported than are followed into."""
        return len(self._contents) >= MOST_DOCUMENTS

    def contents(self, document: Document) -> Contents:
        """Return what a document defines."""
        path = document.path.replace("\\", "/")
        held = self._contents.get(path)
        if held is None:
            document = self._opened.get(path, document)
            bindings = self._modules.bindings(document)
            held = self._contents[path] = Contents(bindings, runs_main=path in self._started)
        return held

    def module(self, imported: Imported, importer: Document) -> Contents | None:
        """Return the module of an import, None where it is none of the project's."""
        document = self._modules.find(imported, importer.path)
        if document is None or (document.path not in self._contents and self.is_full):
            return None
        return self.contents(document)

    def imports(self, unit: Unit) -> Iterator[Contents]:
        """Yield the modules that are run because a unit imports them."""
        uses = self.contents(unit.document).uses(unit)
        for imported in (*(each for found in uses.imports.values() for each in found), *uses.stars):
            for each in self._packages(imported):
                found = self.module(each, unit.document)
                if found is not None:
                    yield found

    def _packages(self, imported: Imported) -> Iterator[Imported]:
        """Yield a module, the packages that it stands in, and what may be a module in it."""
        if imported.name is not None:
            inner = f"{imported.module}.{imported.name}" if imported.module else imported.name
            yield Imported(inner, None, imported.level)
        parts = imported.module.split(".")
        for end in range(len(parts), 0, -1):
            yield Imported(".".join(parts[:end]), None, imported.level)

    def named_in_full(self, path: str, document: Document) -> tuple[Target, ...]:
        """Return what a text names as a configuration does: `"models.nets.Mlp"`."""
        module, _, name = path.rpartition(".")
        source = self.module(Imported(module), document)
        return tuple(self._named(source, name, LONGEST_CHAIN)) if source is not None else ()

    def means(self, unit: Unit, name: str) -> tuple[Target, ...]:
        """Return what a name means in a unit, none where it is a variable or not of the project."""
        key = (unit.node.id, name)
        if key not in self._means:
            self._means[key] = self._meant(unit, name)
        return self._means[key]

    def _meant(self, unit: Unit, name: str) -> tuple[Target, ...]:
        contents = self.contents(unit.document)
        uses = contents.uses(unit)
        local = uses.imports.get(name)
        if local is not None:
            return tuple(found for each in local for found in self._imported(each, name, unit.document, LONGEST_CHAIN))
        if unit.node != contents.module.node and name in uses.bound:
            return ()
        return tuple(self._named(contents, name, LONGEST_CHAIN))

    def _named(self, contents: Contents, name: str, left: int, asked: _Asked | None = None) -> Iterator[Target]:
        """Yield what a module holds under a name; of what was `asked` on the way there already, nothing again."""
        asked = set() if asked is None else asked
        key = (contents.document.path, name)
        if left <= 0 or key in asked:
            return
        asked.add(key)
        uses = contents.uses(contents.module)
        for each in contents.names.get(name, ()):
            if isinstance(each, Unit | Class):
                yield each
            elif isinstance(each, Node) and text(each) != name:
                aliased = tuple(self._aliased(contents, each, left - 1, asked))
                yield from aliased or (Held(contents.module, each),)
        for imported in uses.imports.get(name, ()):
            yield from self._imported(imported, name, contents.document, left - 1, asked)
        if name not in contents.names and name not in uses.imports:
            for star in uses.stars:
                source = self.module(star, contents.document)
                if source is not None:
                    yield from self._named(source, name, left - 1, asked)

    def _aliased(self, contents: Contents, value: Node, left: int, asked: _Asked) -> Iterator[Target]:
        if value.type == "identifier":
            yield from self._named(contents, text(value), left, asked)
            return
        if value.type == "attribute":
            for each in self._of_object(contents.module, required(value, "object")):
                yield from self._member(each, text(value.child_by_field_name("attribute")), left)

    def _imported(
        self, imported: Imported, bound: str, document: Document, left: int, asked: _Asked | None = None
    ) -> Iterator[Target]:
        """Yield what an import binds a name to: `import a.b` the module a, `import a.b as c` the module a.b."""
        if left <= 0:
            return
        if imported.name is None:
            is_top = imported.module.partition(".")[0] == bound
            found = self.module(replace(imported, module=bound) if is_top else imported, document)
            if found is not None:
                yield found
            return
        source = self.module(replace(imported, name=None), document)
        if asked is not None and source is not None and (source.document.path, imported.name) in asked:
            return
        named = tuple(self._named(source, imported.name, left, asked)) if source is not None else ()
        yield from named
        if not named:
            below = next(self._packages(imported))
            found = self.module(below, document)
            if found is not None:
                yield found

    def attribute(self, unit: Unit, node: Node) -> tuple[Target, ...] | None:
        """Return what `object.name` means; None where the object is something that only runs would tell."""
        if node.id not in self._attributes:
            self._attributes[node.id] = (node, self._attribute(unit, node))
        return self._attributes[node.id][1]

    def _attribute(self, unit: Unit, node: Node) -> tuple[Target, ...] | None:
        owner = required(node, "object")
        name = text(node.child_by_field_name("attribute"))
        if is_a(owner, "identifier") and text(owner) in SELF and unit.owner is not None:
            found = self.method(unit.owner, name)
            return (found,) if found is not None else None
        if is_a(owner, "call") and text(owner.child_by_field_name("function")) == "super" and unit.owner is not None:
            above = (self.method(each, name) for each in self.bases(unit.owner))
            return tuple(each for each in above if each is not None)
        objects = self._of_object(unit, owner)
        if objects and all(isinstance(each, Held) for each in objects):
            return None
        if objects:
            return tuple(found for each in objects for found in self._member(each, name, LONGEST_CHAIN))
        return () if self._is_foreign(unit, owner) else None

    def _of_object(self, unit: Unit, owner: Node) -> tuple[Target, ...]:
        if owner.type == "identifier":
            return self.means(unit, text(owner))
        if owner.type == "attribute":
            return self.attribute(unit, owner) or self._spelt_out(unit, owner)
        return ()

    def _spelt_out(self, unit: Unit, owner: Node) -> tuple[Target, ...]:
        """Return the module of `a.b.c` where `import a.b.c` stands."""
        path = "".join(text(owner).split())
        uses = self.contents(unit.document).uses
        both = (uses(unit), uses(self.contents(unit.document).module))
        known = (each for held in both for each in held.imports.get(path.partition(".")[0], ()))
        if any(each.name is None and f"{each.module}.".startswith(f"{path}.") for each in known):
            found = self.module(Imported(path), unit.document)
            return (found,) if found is not None else ()
        return ()

    def _member(self, owner: Target, name: str, left: int) -> Iterator[Target]:
        match owner:
            case Contents():
                found = tuple(self._named(owner, name, left))
                yield from found
                if not found:
                    below = self.module(Imported(name, None, 1), owner.document)
                    if below is not None and owner.document.path.endswith("__init__.py"):
                        yield below
            case Class():
                method = self.method(owner, name)
                if method is not None:
                    yield method

    def _is_foreign(self, unit: Unit, owner: Node) -> bool:
        """Say whether an expression begins with what is imported from outside of the project: `torch.nn`."""
        while is_a(owner, "attribute"):
            owner = required(owner, "object")
        if not is_a(owner, "identifier"):
            return False
        contents, name = self.contents(unit.document), text(owner)
        if name in contents.uses(unit).bound and unit.node != contents.module.node:
            return False
        return name in contents.uses(unit).imports or name in contents.uses(contents.module).imports

    def bases(self, made: Class) -> tuple[Class, ...]:
        """Return the classes of the project that a class inherits from, the nearest first."""
        held = self._bases.get(made.node.id)
        if held is None:
            self._bases[made.node.id] = ()  # a class that inherits from itself
            held = self._bases[made.node.id] = tuple(self._above(made))
        return held

    def _above(self, made: Class) -> Iterator[Class]:
        module = self.contents(made.document).module
        for base in made.bases:
            for each in self._of_object(module, base):
                if isinstance(each, Class) and each is not made:
                    yield each
                    yield from self.bases(each)

    def foreign_bases(self, made: Class) -> Iterator[str]:
        """Yield the last names of the bases that are none of the project's."""
        for each in (made, *self.bases(made)):
            module = self.contents(each.document).module
            for base in each.bases:
                if not self._of_object(module, base):
                    yield text(base.child_by_field_name("attribute") if base.type == "attribute" else base)

    def method(self, made: Class, name: str) -> Unit | None:
        """Return the method that a class has under a name, its own or an inherited one."""
        owners = (made, *self.bases(made))
        return next((each.methods[name] for each in owners if name in each.methods), None)
