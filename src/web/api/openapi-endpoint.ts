import { z } from "zod";
import { type Endpoint, jsonEndpoint } from "./endpoint.ts";
import { openApiDocument } from "./openapi.ts";

/** The document describes the given endpoints and itself. */
export function openApiEndpoint(others: readonly Endpoint[]): Endpoint {
	const itself: Endpoint = jsonEndpoint({
		path: "/openapi.json",
		summary: "This description, OpenAPI 3.1",
		permission: "read the API's description",
		answers: z.record(z.string(), z.unknown()),
		handle: () => openApiDocument([...others, itself]),
	});
	return itself;
}
