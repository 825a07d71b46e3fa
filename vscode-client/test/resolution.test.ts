import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import type { Problem } from "../src/command";
import { findExecutable } from "../src/executable";
import { described } from "../src/interpreter";
import type { Launch, Surroundings } from "../src/launch";
import { resolve, type Wishes } from "../src/resolution";

const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "nanproof-")));
after(() => fs.rmSync(root, { recursive: true }));
const workspace = path.join(root, "workspace");
const storage = path.join(root, "storage");
const bundled = path.join(root, "bundled");
const script = path.join(bundled, "start.py");
fs.mkdirSync(storage);
fs.mkdirSync(path.join(bundled, "libs/nanproof"), { recursive: true });
fs.copyFileSync("bundled/start.py", script);
for (const name of ["nanproof/__init__.py", "tree_sitter.py", "tree_sitter_python.py"]) {
  fs.writeFileSync(path.join(bundled, "libs", name), "");
}
const ISOLATED = ["-I", "-S", script, "useBundled", "server"];

/** A Python that is of a version, says of itself where it is, and counts how often it was asked. */
function python(folder: string, name: string, version: string, more: Readonly<Record<string, unknown>> = {}): string {
  const file = path.join(root, folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const told = { version: version.split(".").map(Number), executable: file, isBundled: true, problem: null, ...more };
  fs.writeFileSync(file, `#!/bin/sh\necho '${JSON.stringify(told)}'\n`, { mode: 0o755 });
  return file;
}

const good = python("good", "python3", "3.12.1");
const old = python("old", "python3", "3.8.18");
const chosen = python("chosen", "python", "3.14.0");
const theirs = python("workspace", ".venv/bin/python", "3.11.0");
const foreign = python("foreign", "python3", "3.13.0", { problem: "wrong architecture" });

interface Given {
  readonly wishes?: Partial<Wishes>;
  readonly PATH?: readonly string[];
  readonly more?: Partial<Surroundings>;
}

function resolved({ wishes = {}, PATH = ["good"], more = {} }: Given, notes: string[] = []) {
  const env = { PATH: PATH.map((folder) => path.join(root, folder)).join(":") };
  const wished: Wishes = { path: [], interpreter: [], importStrategy: "useBundled", chosen: undefined, bundled, ...wishes };
  const around: Surroundings = { workspaceFolders: [workspace], trusted: true, storage, userHome: root, env, platform: "linux", ...more };
  return resolve(wished, around, (sentence) => notes.push(sentence));
}

async function started(given: Given): Promise<Launch> {
  const result = await resolved(given);
  assert.ok("value" in result, "problem" in result ? result.problem : "");
  return result.value;
}

function isBundled(printed: string): boolean {
  return (JSON.parse(printed) as { readonly isBundled: boolean }).isBundled;
}

async function problem(given: Given): Promise<Problem> {
  const result = await resolved(given);
  assert.ok("problem" in result, "value" in result ? result.value.program : "");
  return result;
}

test("the bundled nanproof runs on the Python of PATH, which sees nothing else", async () => {
  const { program, args, cwd } = await started({});
  assert.deepEqual([program, ...args], [good, ...ISOLATED]);
  assert.equal(cwd, storage);
});

test("a Python that is too old, or for which the bundle is not made, is passed over and noted", async () => {
  const first = python("several", "python3", "3.8.18");
  const second = python("several", "python", "3.13.1", { problem: "no such module" });
  const third = python("several", "python3.13", "3.13.2");
  const notes: string[] = [];
  const result = await resolved({ PATH: ["several"] }, notes);
  assert.ok("value" in result && result.value.program === third);
  assert.deepEqual(notes, [
    `Passed over ${first}: it is Python 3.8.18.`,
    `Passed over ${second}: it is Python 3.13.1, and what nanproof needs does not run there: no such module.`,
  ]);
});

test("the chosen Python goes before PATH, and PATH is there where it is too old", async () => {
  assert.equal((await started({ wishes: { chosen } })).program, chosen);
  assert.equal((await started({ wishes: { chosen: old } })).program, good);
  assert.equal((await started({ wishes: { chosen: path.join(root, "none") } })).program, good);
});

test("nanproof.interpreter goes before the chosen one, with its arguments for the first start only", async () => {
  const interpreter = [good, "-3"];
  assert.deepEqual((await started({ wishes: { chosen, interpreter } })).args, ISOLATED);
  assert.equal((await started({ wishes: { chosen, interpreter: "${workspaceFolder}/.venv/bin/python" } })).program, theirs);
});

test("nanproof.path goes before everything, and asks no Python", async () => {
  const { program, args } = await started({ wishes: { path: theirs, interpreter: old, chosen } });
  assert.deepEqual([program, ...args], [theirs, "server"]);
});

test("an interpreter that cannot run nanproof is a problem that says what to do", async () => {
  const told = await problem({ wishes: { interpreter: old } });
  assert.equal(told.problem, `nanproof did not start: ${old} cannot run it: it is Python 3.8.18. Name a Python 3.10 or newer in the setting nanproof.interpreter, or leave it empty.`);
  assert.deepEqual([told.about, told.missesPython], ["interpreter", true]);
  assert.match((await problem({ wishes: { interpreter: foreign } })).problem, /does not run there: wrong architecture\. Correct the setting nanproof\.interpreter/);
  assert.match((await problem({ wishes: { interpreter: "/none/python" } })).problem, /there is no program \/none\/python\. Correct the setting nanproof\.interpreter/);
  assert.match((await problem({ wishes: { interpreter: 7 } })).problem, /nanproof\.interpreter must be a path or a list/);
  assert.match((await problem({ wishes: { interpreter: "/bin/true" } })).problem, /did not say what it is/);
  assert.match((await problem({ wishes: { interpreter: "/bin/false" } })).problem, /could not be asked/);
});

test("without a Python that can, an installed nanproof runs; without one, a sentence says what is missing", async () => {
  const tool = path.join(root, "tools/nanproof");
  fs.mkdirSync(path.dirname(tool));
  fs.writeFileSync(tool, "", { mode: 0o755 });
  assert.equal((await started({ PATH: ["old", "tools"] })).program, tool);
  const told = await problem({ PATH: ["old"] });
  assert.equal(told.problem, `nanproof did not start: it needs Python 3.10 or newer, and found none: of ${old}, it is Python 3.8.18. Install one, or name one in the setting nanproof.interpreter.`);
  assert.deepEqual([told.about, told.missesPython], ["interpreter", true]);
  assert.match((await problem({ PATH: ["empty"] })).problem, /found none on PATH/);
});

test("nothing of a workspace that is not trusted is asked or started", async () => {
  const more = { trusted: false };
  assert.equal((await started({ wishes: { chosen: theirs }, more })).program, good);
  assert.match((await problem({ wishes: { interpreter: theirs }, more })).problem, /which is not trusted/);
  python("shim", "python3", "3.12.0", { executable: theirs });
  assert.match((await problem({ PATH: ["shim"], more })).problem, /needs Python 3.10/);
  assert.match((await problem({ wishes: { interpreter: path.join(root, "shim/python3") }, more })).problem, /which is not trusted/);
});

test("a real Python describes itself, and sees what is installed only where that is asked for", () => {
  const real = findExecutable("python3", { start: undefined, env: process.env, platform: "linux", refuses: () => false }).file;
  assert.ok(real !== undefined);
  const say = (strategy: string, env = process.env): boolean => isBundled(spawnSync(real, [script, strategy], { encoding: "utf8", env }).stdout);
  assert.equal(say("useBundled"), true);
  const folder = path.join(root, "site/nanproof");
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, "__init__.py"), "");
  assert.equal(say("fromEnvironment", { ...process.env, PYTHONPATH: path.join(root, "site") }), false);
});

test("with fromEnvironment Python looks at its own packages", async () => {
  const { args } = await started({ wishes: { importStrategy: "fromEnvironment" } });
  assert.deepEqual(args, [script, "fromEnvironment", "server"]);
});

test("what a shim prints above the answer is passed over", () => {
  const told = described('pyenv: rehashing\n{"version": [3, 11, 7], "executable": "/p", "isBundled": true, "problem": null}\n');
  assert.deepEqual(told, { executable: "/p", isBundled: true, version: "3.11.7" });
  assert.ok("unfit" in described(""));
  assert.ok("unfit" in described("null"));
});
