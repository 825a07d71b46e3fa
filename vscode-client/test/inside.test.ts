import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { leadsInto } from "../src/inside";

const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "nanproof-")));
after(() => fs.rmSync(root, { recursive: true }));
const workspace = path.join(root, "workspace");
const outside = path.join(root, "outside");
fs.mkdirSync(path.join(workspace, "bin"), { recursive: true });
fs.mkdirSync(outside);
fs.writeFileSync(path.join(workspace, "bin/tool"), "");
fs.writeFileSync(path.join(outside, "tool"), "");

function link(name: string, target: string): string {
  const place = path.join(root, name);
  fs.symlinkSync(target, place);
  return place;
}

function inside(file: string): boolean {
  return leadsInto(file, [workspace]);
}

test("what lies in the folder, at any depth, there or not", () => {
  for (const name of ["", "bin", "bin/tool", "none", "none/deeper", "bin/../bin/tool"]) {
    assert.ok(inside(path.join(workspace, name)), name);
  }
});

test("what lies elsewhere, whatever it is called", () => {
  for (const file of [outside, path.join(outside, "tool"), `${workspace}2`, `${workspace}/../outside/tool`, root, "/"]) {
    assert.ok(!inside(file), file);
  }
});

test("a link to a file or a folder in it", () => {
  assert.ok(inside(link("outside/to-file", path.join(workspace, "bin/tool"))));
  assert.ok(inside(path.join(link("outside/to-folder", path.join(workspace, "bin")), "tool")));
  assert.ok(inside(path.join(link("outside/relative", "../workspace/bin"), "tool")));
});

test("a link in it that leads out again: whoever writes the folder chooses where to", () => {
  assert.ok(inside(link("workspace/out", path.join(outside, "tool"))));
  const folder = link("workspace/out-folder", outside);
  assert.ok(inside(path.join(folder, "tool")));
  assert.ok(inside(link("outside/by-way-of-it", folder)));
  assert.ok(inside(path.join(root, "outside/by-way-of-it", "tool")));
});

test("the folder may be named by a link itself", () => {
  const alias = link("alias", workspace);
  assert.ok(leadsInto(path.join(workspace, "bin/tool"), [alias]));
  assert.ok(leadsInto(path.join(alias, "bin/tool"), [workspace]));
});

test("links in a circle end", () => {
  link("outside/a", path.join(outside, "b"));
  link("outside/b", path.join(outside, "a"));
  assert.ok(!inside(path.join(outside, "a")));
});
