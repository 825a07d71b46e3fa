import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { findExecutable } from "../src/executable";

const root = fs.mkdtempSync(path.join(os.tmpdir(), "nanproof-"));
after(() => fs.rmSync(root, { recursive: true }));

function program(name: string, mode = 0o755): string {
  const file = path.join(root, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, "", { mode });
  return file;
}

function find(name: string, searched: string): string | undefined {
  return findExecutable(name, { cwd: root, env: { PATH: searched }, platform: "linux" });
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

test("a path is not looked up on PATH, and a relative one starts at the workspace", () => {
  const file = program(".venv/bin/nanproof");
  assert.equal(find(".venv/bin/nanproof", ""), file);
  assert.equal(find(file, ""), file);
  assert.equal(find("./nanproof", `${root}/.venv/bin`), undefined);
});

test("Windows finds nanproof.exe for nanproof", () => {
  program("bin/nanproof.exe");
  // The folders of PATH are told apart by ";" there.
  const found = findExecutable("nanproof", { cwd: root, env: { Path: `none;${root}/bin`, PATHEXT: ".EXE;.CMD" }, platform: "win32" });
  assert.equal(found, path.join(root, "bin/nanproof.exe"));
});
