/** One nanproof server: started, stopped, and started again, one step after the other. */

import fs from "node:fs";
import type { LogOutputChannel } from "vscode";
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  type CloseHandlerResult,
  type LanguageClientOptions,
} from "vscode-languageclient/node";
import type { Launch } from "./launch";
import { configuredLaunch, initializationOptions } from "./settings";

const ID = "nanproof";
const RESTARTS = 3;
const RESTART_WINDOW_MS = 3 * 60 * 1000;

/** Tells the user, once, of what keeps nanproof from working. */
export type Report = (problem: string) => void;

export class Server {
  private client: LanguageClient | undefined;
  private step: Promise<void> = Promise.resolve();

  constructor(
    private readonly log: LogOutputChannel,
    private readonly report: Report,
    /** A folder of the extension's own: the server runs there, and never in the workspace. */
    private readonly storage: string,
  ) {}

  start(): Promise<void> {
    return this.next(() => this.startNow());
  }

  restart(): Promise<void> {
    return this.next(async () => {
      await this.stopNow();
      await this.startNow();
    });
  }

  stop(): Promise<void> {
    return this.next(() => this.stopNow());
  }

  /** A start must not overtake a stop: settings may change several times in a second. */
  private next(action: () => Promise<void>): Promise<void> {
    this.step = this.step.then(action);
    return this.step;
  }

  private async startNow(): Promise<void> {
    const configured = configuredLaunch(this.storage);
    if ("problem" in configured) {
      this.report(configured.problem);
      return;
    }
    const launch = configured.value;
    try {
      fs.mkdirSync(launch.cwd, { recursive: true });
    } catch (error) {
      this.report(`nanproof did not start: it has no folder to run in. ${String(error)}`);
      return;
    }
    const words = [launch.program, ...launch.args].join(" ");
    this.log.info(`Starting ${words} in ${launch.cwd}`);
    const client = this.newClient(launch);
    this.client = client;
    try {
      await client.start();
    } catch (error) {
      this.client = undefined;
      this.log.error(error instanceof Error ? error : String(error));
      this.report(`nanproof did not start: "${words}" ended before it answered. The log says why.`);
    }
  }

  private async stopNow(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client === undefined) {
      return;
    }
    try {
      await client.dispose();
    } catch (error) {
      // A server that crashed meanwhile cannot be stopped any more: nothing for the user to do.
      this.log.warn(`The server was gone before it could be stopped: ${String(error)}`);
    }
  }

  private newClient({ program, args, cwd, env }: Launch): LanguageClient {
    let started = false;
    const options: LanguageClientOptions = {
      documentSelector: [
        { scheme: "file", language: "python" },
        { scheme: "untitled", language: "python" },
        { notebook: "*", language: "python" },
      ],
      // Without it, VS Code asks for diagnostics once, when a file is opened.
      diagnosticPullOptions: { onChange: true, onSave: true },
      initializationOptions: initializationOptions(),
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: (_error, _message, count) => ({
          action: (count ?? 0) <= RESTARTS ? ErrorAction.Continue : ErrorAction.Shutdown,
          handled: true,
        }),
        closed: this.closedHandler(() => started),
      },
    };
    const server = { command: program, args: [...args], options: { cwd, env: { ...env } } };
    const client = new QuietClient(ID, "nanproof", server, options);
    client.onDidChangeState(() => {
      started ||= client.isRunning();
    });
    return client;
  }

  /** A server that worked is started again a few times; one that never did is not. */
  private closedHandler(started: () => boolean): () => CloseHandlerResult {
    const closings: number[] = [];
    return () => {
      if (!started()) {
        return { action: CloseAction.DoNotRestart, handled: true };
      }
      const now = Date.now();
      closings.push(now);
      if (closings.filter((time) => now - time < RESTART_WINDOW_MS).length <= RESTARTS) {
        return { action: CloseAction.Restart, handled: true };
      }
      this.report(`The nanproof server ended ${RESTARTS + 1} times within 3 minutes and stays off. The log says why; "nanproof: Restart Server" starts it again.`);
      return { action: CloseAction.DoNotRestart, handled: true };
    };
  }
}

/** Writes its errors to the log only: what the user must know is told in one place, by `Report`. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
