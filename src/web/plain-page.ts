import { Router } from "express";
import type { Language } from "../domain/language.ts";

/** A page that needs nothing of the console: one heading, sentences, at most one button. Texts are escaped here. */
export function plainPage(page: {
	readonly language: Language;
	readonly title: string;
	readonly sentences: readonly string[];
	/** A button that posts to the page's own address; the page presses it by itself where scripts run. */
	readonly button?: string;
	/** A link that the page follows by itself. */
	readonly goOn?: { readonly to: string; readonly label: string };
}): string {
	const button = page.button
		? `<form method="post" id="go"><button>${escaped(page.button)}</button></form><script src="/plain-page.js"></script>`
		: "";
	return `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escaped(page.title)} – Faultline</title>
<link rel="stylesheet" href="/plain-page.css">${goOn(page.goOn?.to)}
</head>
<body>
<main>
<p class="name">Faultline</p>
<h1>${escaped(page.title)}</h1>
${page.sentences.map((sentence) => `<p>${withCode(escaped(sentence))}</p>`).join("\n")}
${button}${page.goOn ? `<p><a href="${escaped(page.goOn.to)}">${escaped(page.goOn.label)}</a></p>` : ""}
</main>
</body>
</html>
`;
}

function goOn(to: string | undefined): string {
	return to === undefined
		? ""
		: `\n<meta http-equiv="refresh" content="0; url=${escaped(to)}">`;
}

function escaped(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}

function withCode(text: string): string {
	return text.replaceAll(/`([^`]+)`/g, "<code>$1</code>");
}

const style = `:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; background: light-dark(#fff, #1a1b1e); color: light-dark(#1f2328, #e6e7ea); }
main { box-sizing: border-box; width: min(100%, 30rem); padding: 2rem 1.25rem; }
.name { margin: 0 0 1.5rem; font-weight: 650; color: light-dark(#0b6171, #66c7d6); }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 .75rem; }
p { margin: 0 0 .75rem; }
a { color: light-dark(#0b6171, #66c7d6); }
code { font-size: .95em; padding: .1em .35em; border-radius: 4px; background: light-dark(#f1f3f5, #2c2e33); }
button { font: inherit; font-weight: 600; margin-top: .75rem; min-height: 48px; padding: 0 1.5rem; border: 0; border-radius: 8px; cursor: pointer; background: light-dark(#0b6171, #66c7d6); color: light-dark(#fff, #10282c); }
button:focus-visible { outline: 3px solid light-dark(#0b6171, #66c7d6); outline-offset: 2px; }
`;

/** A second press would find the link used up. */
const script = `const form = document.getElementById("go");
form.addEventListener("submit", () => { form.querySelector("button").disabled = true; });
form.requestSubmit();
`;

/** What the plain pages load: strict content security leaves no room for inline style or script. */
export function plainPageFiles(): Router {
	const router = Router();
	router.get("/plain-page.css", (_request, response) => {
		response.type("css").set("Cache-Control", "max-age=3600").send(style);
	});
	router.get("/plain-page.js", (_request, response) => {
		response.type("js").set("Cache-Control", "max-age=3600").send(script);
	});
	return router;
}
