/** Whether a path leads into a folder: by its name, by a link, or by a link on the way. */

import fs from "node:fs";
import path from "node:path";

// As many as Linux follows: a path with more leads nowhere.
const MOST_LINKS = 40;

/** Whether somebody who goes where `file` says passes through one of the folders. */
export function leadsInto(file: string, folders: readonly string[]): boolean {
  const wanted = new Set(folders.map(identity));
  return placesOnTheWay(path.resolve(file)).some((place) => wanted.has(identity(place)));
}

/** Every file and folder that a path passes, links followed one after the other. */
function placesOnTheWay(file: string): readonly string[] {
  const { root } = path.parse(file);
  const waiting = steps(file);
  const places = [root];
  let at = root;
  let links = 0;
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const next = path.join(at, step);
    const target = links < MOST_LINKS ? linkTarget(next) : undefined;
    if (target === undefined) {
      at = next;
    } else {
      links += 1;
      at = path.isAbsolute(target) ? path.parse(target).root : at;
      waiting.unshift(...steps(target));
    }
    places.push(at);
  }
  return places;
}

function steps(file: string): string[] {
  return file.slice(path.parse(file).root.length).split(path.sep).filter((step) => step !== "" && step !== ".");
}

function linkTarget(file: string): string | undefined {
  try {
    return fs.readlinkSync(file);
  } catch {
    return undefined;
  }
}

/** What is the same for one folder however it is written: some file systems do not tell case apart. */
function identity(file: string): string {
  try {
    const { dev, ino } = fs.statSync(file, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return path.resolve(file);
  }
}
