import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { findExecutable, listedFolders, type Found } from "../src/executable";

const root = fs.mkdtempSync(path.join(os.tmpdir(), "nanproof-"));
after(() => fs.rmSync(root, { recursive: true }));

function program(name: string, mode = 0o755): string {
  const file = path.join(root, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, "", { mode });
  return file;
}

function search(name: string, searched: string, refuses: (file: string) => boolean = () => false): Found {
  return findExecutable(name, { start: root, env: { PATH: searched }, platform: "linux", refuses });
}

function find(name: string, searched: string): string | undefined {
  return search(name, searched).file;
}

test("the first on PATH is found, in the order of PATH", () => {
  const first = program("a/nanproof");
  const second = program("b/nanproof");
  assert.equal(find("nanproof", `${root}/none:${root}/a:${root}/b`), first);
  assert.equal(find("nanproof", `${root}/b:${root}/a`), second);
});

test("a file that cannot be executed, or a folder of that name, is passed over", () => {
  program("plain/tool", 0o644);
  fs.mkdirSync(path.join(root, "folder/tool"), { recursive: true });
  assert.equal(find("tool", `${root}/plain:${root}/folder`), undefined);
});

test("a path is not looked up on PATH, and a relative one starts where it is told to", () => {
  const file = program(".venv/bin/nanproof");
  assert.equal(find(".venv/bin/nanproof", ""), file);
  assert.equal(find(file, ""), file);
  assert.equal(find("./nanproof", `${root}/.venv/bin`), undefined);
});

test("a path has nowhere to start when no folder is open", () => {
  assert.deepEqual(findExecutable("bin/x", { start: undefined, env: {}, platform: "linux", refuses: () => false }), {});
});

test("what must not be started is passed over on PATH, and named when nothing else is there", () => {
  const first = program("in/tool2");
  const second = program("out/tool2");
  const refuses = (file: string): boolean => file === first;
  assert.deepEqual(search("tool2", `${root}/in:${root}/out`, refuses), { file: second });
  assert.deepEqual(search("tool2", `${root}/in`, refuses), { refused: first });
  assert.deepEqual(search("in/tool2", "", refuses), { refused: first });
});

test("a relative folder of PATH is another one in every project, and is left out", () => {
  program("node_modules/.bin/tool3");
  program("tool3");
  for (const relative of ["", ".", "./node_modules/.bin", "node_modules/.bin", ".."]) {
    assert.equal(find("tool3", `${relative}:${root}/none`), undefined);
  }
  assert.deepEqual(listedFolders("C:\\tools;.;bin", "win32"), ["C:\\tools"]);
});

test("Windows finds nanproof.exe for nanproof", () => {
  program("bin/nanproof.exe");
  // The folders of PATH are told apart by ";" there.
  const env = { Path: `none;${root}/bin`, PATHEXT: ".EXE;.CMD" };
  const found = findExecutable("nanproof", { start: root, env, platform: "win32", refuses: () => false });
  assert.deepEqual(found, { file: path.join(root, "bin/nanproof.exe") });
});
