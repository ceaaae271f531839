// A real browser at the pages of the office, with an authenticator of its own (Chromium's, over the DevTools protocol).
// Reads one JSON value a line from standard input and answers each with one: {"do": ...} -> {"ok": ...} or {"error": ...}.
//   browser {theme}       a browser with an empty profile and a fresh authenticator; forgets the one before
//   open {url, wait?}     goes there; the title
//   click {selector}      and waits for what comes of it; the title
//   type {selector, text}
//   text {selector}       what is read there
//   keys {keys}           presses them one after the other; what has the focus then
//   names                 what a screen reader finds: role and name of each control
//   shot {file, width?, height?}
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

let browser, page;

const acts = {
  async browser({ theme = "light", language = "ko" }) {
    await browser?.close();
    browser = await puppeteer.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, timeout: 60000,
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", `--lang=${language}`],
    });
    page = await browser.newPage();
    await page.setExtraHTTPHeaders({ "Accept-Language": language });
    await page.setViewport({ width: 1200, height: 800 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
    const talk = await page.createCDPSession();
    await talk.send("WebAuthn.enable");
    await talk.send("WebAuthn.addVirtualAuthenticator", { options: {
      protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
      automaticPresenceSimulation: true } });
    page.on("pageerror", error => console.error(String(error)));
    return true;
  },
  async theme({ theme }) { await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]); return true; },
  async open({ url }) { await page.goto(url, { waitUntil: "load" }); return page.title(); },
  async click({ selector, leads = true }) {
    await page.waitForSelector(selector, { visible: true, timeout: 10000 });
    if (!leads) { await page.click(selector); return true; }
    await Promise.all([page.waitForNavigation({ timeout: 30000 }), page.click(selector)]);
    return page.title();
  },
  async type({ selector, text }) { await page.type(selector, text); return true; },
  async text({ selector }) { return page.$eval(selector, one => one.innerText); },
  async waits({ selector, text }) {
    await page.waitForFunction((s, t) => document.querySelector(s)?.innerText.includes(t), { timeout: 30000 }, selector, text);
    return true;
  },
  async url() { return page.url(); },
  async keys({ keys }) {
    for (const key of keys) await page.keyboard.press(key);
    // what a key led away from has no focus any more
    return page.evaluate(() => document.activeElement.outerHTML.slice(0, 200)).catch(() => "");
  },
  async names() {
    const found = [];
    const walk = node => {
      if (["link", "button", "textbox", "combobox", "radio", "heading", "table"].includes(node.role)) found.push([node.role, node.name ?? ""]);
      node.children?.forEach(walk);
    };
    walk(await page.accessibility.snapshot({ interestingOnly: false }));
    return found;
  },
  async shot({ file, width = 1200, height = 800 }) {
    await page.setViewport({ width, height });
    await page.screenshot({ path: file });
    return true;
  },
  async close() { await browser?.close(); return true; },
};

for await (const line of createInterface({ input: process.stdin })) {
  const { do: act, ...told } = JSON.parse(line);
  try {
    console.log(JSON.stringify({ ok: await acts[act](told) }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error) }));
  }
}
await browser?.close();
