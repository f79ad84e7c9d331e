import { createRequire } from "node:module";
import { dirname } from "node:path";
import { z } from "zod";
import { Refusal } from "../refusal.ts";
import { consoleHeader } from "../same-site.ts";
import { refusals } from "../words.ts";
import { otherEndpoint } from "./endpoint.ts";

const swaggerFolder = dirname(
	createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"),
);

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Faultline API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<main id="docs"></main>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

const startScript = `SwaggerUIBundle({
	url: "/api/openapi.json",
	dom_id: "#docs",
	deepLinking: true,
	validatorUrl: null,
	requestInterceptor: (request) => {
		request.headers["${consoleHeader}"] = "docs";
		return request;
	},
});
`;

export const docsEndpoint = otherEndpoint({
	path: "/docs",
	summary: "The API's description as a page to browse and try",
	permission: "read the API's description",
	mediaType: "text/html",
	what: "A page",
	handle: (_ctx, { response }) => {
		response.type("html").send(page);
	},
});

export const docsFileEndpoint = otherEndpoint({
	path: "/docs/{file}",
	summary: "What the page needs",
	permission: "read the API's description",
	parameters: { file: z.string() },
	mediaType: "text/plain",
	what: "A script or a style sheet",
	refuses: { 404: "No such file" },
	handle: (_ctx, { parameters: { file }, response, language }) => {
		if (file === "start.js") {
			response.type("js").send(startScript);
			return;
		}
		if (file !== "swagger-ui.css" && file !== "swagger-ui-bundle.js")
			throw new Refusal(404, refusals.noSuchPath, language);
		response.sendFile(file, { root: swaggerFolder });
	},
});
