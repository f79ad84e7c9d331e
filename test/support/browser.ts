import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

/** These would make one process of everything, or lift the rules that a page is tested under. */
const unwanted = ["--single-process", "--disable-web-security"];

/** A real headless Chromium, unpacked from the package; nothing is downloaded. `close()` it afterwards. */
export async function openBrowser(): Promise<Browser> {
	return playwright.launch({
		executablePath: await chromium.executablePath(),
		args: chromium.args.filter((arg) => !unwanted.includes(arg)),
	});
}
