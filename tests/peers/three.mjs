// Opens three.html in headless Chromium and prints what it told: node three.mjs FOLDER WIDTHxHEIGHT swiftshader|gl
import { readFileSync, readdirSync, writeFileSync } from "fs";
import { createServer } from "http";
import { extname, join } from "path";
import puppeteer from "puppeteer-core";

const [folder, size, driver] = process.argv.slice(2);
const here = import.meta.dirname;
const kinds = { ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".glb": "model/gltf-binary" };
const server = createServer((request, response) => {
  const path = new URL(request.url, "http://localhost").pathname;
  const file = path.startsWith("/scene/") ? join(folder, path.slice(7)) : join(here, path);
  try {
    const body = readFileSync(file);
    response.writeHead(200, { "content-type": kinds[extname(file)] ?? "application/octet-stream" });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));

const graphics = driver === "swiftshader" ? ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"] : ["--use-angle=gl-egl"];
const start = Date.now();
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  timeout: 60000,
  protocolTimeout: 300000,
  args: ["--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-quic", "--ignore-gpu-blocklist", "--disable-gpu-vsync", "--disable-frame-rate-limit", "--use-gl=angle", ...graphics],
});
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(String(error)));
  const opened = Date.now();
  await page.goto(`http://127.0.0.1:${server.address().port}/three.html?size=${size}`);
  await page.waitForFunction("window.told", { timeout: 280000 });
  const told = await page.evaluate("window.told");
  writeFileSync(join(folder, `three-${driver}.png`), Buffer.from(told.picture.split(",")[1], "base64"));
  delete told.picture;
  told.first_frame_s = (opened - start + told.first_frame_ms) / 1000;
  told.rss_mb = resident(browser.process().pid);
  console.log(JSON.stringify(told));
} finally {
  await browser.close();
  server.close();
}

// Megabytes of a process and all that it started.
function resident(root) {
  const parents = new Map();
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, "utf8");
      parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
    } catch {
      // it ended meanwhile
    }
  }
  const belongs = (pid) => pid === root || (parents.has(pid) && parents.get(pid) > 1 && belongs(parents.get(pid)));
  let pages = 0;
  for (const pid of parents.keys()) {
    if (!belongs(pid)) continue;
    try {
      pages += Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    } catch {
      // it ended meanwhile
    }
  }
  return (pages * 4096) / 1e6;
}
