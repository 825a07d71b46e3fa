/** What a terminal shows, and the links in it that ask what made the loss NaN. */

import { commands, env, TerminalLink, window, type Terminal, type TerminalLinkProvider } from "vscode";
import { nanIn } from "./log";

// A terminal puts what is copied on the clipboard a moment later.
const COPY_PATIENCE_MS = 2_000;
const PAUSE_MS = 50;

export class NanLink extends TerminalLink {
  constructor(
    startIndex: number,
    length: number,
    readonly terminal: Terminal,
  ) {
    super(startIndex, length, "Find what makes it NaN");
  }
}

/** Links where a line tells of a NaN. */
export function nanLinks(find: (terminal: Terminal) => Promise<void>): TerminalLinkProvider<NanLink> {
  return {
    provideTerminalLinks({ line, terminal }) {
      const told = nanIn(line);
      return told === undefined ? [] : [new NanLink(told.start, told.length, terminal)];
    },
    handleTerminalLink: ({ terminal }) => find(terminal),
  };
}

/** All that a terminal shows; the only way to it leads over the clipboard, which gets back what it had. */
export async function terminalText(terminal: Terminal | undefined): Promise<string | undefined> {
  if (terminal === undefined) {
    void window.showInformationMessage("There is no terminal: use the command for a log.");
    return undefined;
  }
  const before = await env.clipboard.readText();
  try {
    terminal.show();
    await env.clipboard.writeText("");
    await commands.executeCommand("workbench.action.terminal.selectAll");
    await commands.executeCommand("workbench.action.terminal.copySelection");
    await commands.executeCommand("workbench.action.terminal.clearSelection");
    return await soonCopied();
  } finally {
    await env.clipboard.writeText(before);
  }
}

async function soonCopied(): Promise<string> {
  const end = Date.now() + COPY_PATIENCE_MS;
  let text = await env.clipboard.readText();
  while (text === "" && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    text = await env.clipboard.readText();
  }
  return text;
}
