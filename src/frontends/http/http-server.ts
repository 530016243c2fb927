import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import type { Result } from "../../foundation/result.ts";

/** An HTTP server that listens. */
export interface HttpServer {
  /** Which port it has; the one that was asked for, unless that was 0. */
  readonly port: number;
  /** Answers what it has begun to answer, and ends. What has not come whole after five seconds is given up. */
  close(): Promise<void>;
}

/** How long a request may still be coming when the server ends, in milliseconds. */
const CLOSE_TIMEOUT = 5000;

/** Serves `app`. Resolves with a sentence when the port cannot be had. */
export async function listen(
  app: Hono,
  { port, hostname }: { readonly port: number; readonly hostname?: string },
): Promise<Result<HttpServer>> {
  const server = createAdaptorServer(app);
  const problem = await new Promise<string | undefined>((resolve) => {
    server.once("error", (error) => resolve(describeListenError(error, port)));
    server.listen(port, hostname, () => resolve(undefined));
  });
  if (problem !== undefined) return { error: problem };
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Once a server is told to end, Node holds nobody to its time limits any more.
        setTimeout(
          () => "closeAllConnections" in server && server.closeAllConnections(),
          CLOSE_TIMEOUT,
        ).unref();
      }),
  };
}

function describeListenError(error: Error, port: number): string {
  const code = "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return `Port ${port} is taken by another program.`;
  if (code === "EACCES") return `Port ${port} is not open to programs like this one.`;
  return `Port ${port} cannot be listened on: ${error.message}.`;
}
