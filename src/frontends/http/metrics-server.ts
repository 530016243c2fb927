import { Hono } from "hono";
import type { Message, Translate } from "../../catalogue/catalogue.ts";
import { DEFAULT_PORT } from "../../config.ts";
import type { Result } from "../../foundation/result.ts";
import { type HttpServer, listen } from "./http-server.ts";
import type { Metrics } from "./metrics.ts";

/** Serves `GET /metrics` and nothing else, for a bot whose interactions come over the gateway. */
export function startMetricsServer(
  metrics: Metrics,
  t: Translate,
  { port = DEFAULT_PORT, hostname }: { readonly port?: number; readonly hostname?: string },
): Promise<Result<HttpServer, Message>> {
  const app = new Hono();
  app.get("/metrics", async (context) =>
    context.body(await metrics.render(), 200, { "content-type": metrics.contentType }),
  );
  app.notFound((context) => context.text(`${t("http.not-found")}\n`, 404));
  return listen(app, t, { port, ...(hostname !== undefined && { hostname }) });
}
