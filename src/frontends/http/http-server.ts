import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { errorCode } from "../../foundation/errors.ts";
import type { Result } from "../../foundation/result.ts";

/** An HTTP server that is listening. */
export interface HttpServer {
  /** The port: the requested one, or any free one if that was 0. */
  readonly port: number;
  /** Stops listening and finishes open requests; those still incomplete after five seconds are cut. */
  close(): Promise<void>;
}

/** How long an incomplete request may delay closing, in milliseconds. */
const CLOSE_TIMEOUT = 5000;

/** Serves `app`. Returns an error if the port is not available. */
export async function listen(
  app: Hono,
  { port, hostname }: { readonly port: number; readonly hostname?: string },
): Promise<Result<HttpServer>> {
  const server = createAdaptorServer(app);
  return new Promise((resolve) => {
    server.once("error", (error) => resolve({ error: describeListenError(error, port) }));
    server.listen(port, hostname, () => {
      const address = server.address();
      resolve({
        port: typeof address === "object" && address !== null ? address.port : port,
        close,
      });
    });
  });

  function close(): Promise<void> {
    return new Promise((resolve) => {
      server.close(() => resolve());
      // Once a server is closing, Node no longer enforces its request timeouts.
      setTimeout(
        () => "closeAllConnections" in server && server.closeAllConnections(),
        CLOSE_TIMEOUT,
      ).unref();
    });
  }
}

function describeListenError(error: Error, port: number): string {
  const code = errorCode(error);
  if (code === "EADDRINUSE") return `Port ${port} is taken by another program.`;
  if (code === "EACCES") return `Port ${port} is not open to programs like this one.`;
  return `Port ${port} cannot be listened on: ${error.message}.`;
}
