import process from "node:process";

/**
 * Imports the TypeScript module at `url`. Node strips the types itself if it can, which starts faster.
 * Node before 22.18 cannot, and no version does so in `node_modules`: there, tsx does.
 *
 * @param {URL} url
 */
export async function importTypeScript(url) {
  if (!process.features.typescript || url.pathname.includes("/node_modules/")) {
    const { register } = await import("tsx/esm/api");
    register();
  }
  await import(url.href);
}
