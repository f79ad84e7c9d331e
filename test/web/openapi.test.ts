import { Validator } from "@seriousme/openapi-schema-validator";
import { endpointsOf } from "../../src/web/api/endpoints.ts";
import { signInDescriptions } from "../../src/web/api/sign-in-descriptions.ts";
import { askerOf } from "../support/api.ts";
import { type OpenLine, openLine } from "../support/open-line.ts";

let line: OpenLine;
let agent: Awaited<ReturnType<typeof askerOf>>["agent"];
beforeAll(async () => {
	line = await openLine();
	({ agent } = await askerOf(line.service, "technician"));
});
afterAll(() => line.close());

test("the description is valid OpenAPI 3.1", async () => {
	const { status, body } = await agent.get("/api/openapi.json");
	expect(status).toBe(200);
	expect(body.openapi).toBe("3.1.0");
	const validator = new Validator();
	const result = await validator.validate(body);
	expect(result).toEqual({ valid: true });
	expect(validator.version).toBe("3.1");
});

test("every request that is answered is described, and every name in it leads somewhere", async () => {
	const { body } = await agent.get("/api/openapi.json");
	for (const { method, path } of endpointsOf(line.service.ctx))
		expect(body.paths[`/api${path}`][method].responses["200"]).toBeDefined();
	for (const { method, path } of signInDescriptions)
		expect(body.paths[path][method].security).toEqual([]);
	const references = JSON.stringify(body).matchAll(/"\$ref":"#\/([^"]+)"/g);
	for (const [, address = ""] of references) {
		const found = address
			.split("/")
			.reduce(
				(part: Record<string, never> | undefined, key) => part?.[key],
				body,
			);
		expect(found).toBeDefined();
	}
});

test("it is described as it is answered: parameters, limits, refusals", async () => {
	const { body } = await agent.get("/api/openapi.json");
	const { parameters, responses } = body.paths["/api/tickets"].get;
	const names = parameters.map((one: { name?: string }) => one.name);
	expect(names.slice(0, -1)).toEqual(
		expect.arrayContaining([
			...["limit", "cursor", "caller", "from", "to", "status"],
			...["q", "line", "subject", "property", "person", "answeredWithin"],
		]),
	);
	expect(parameters.at(-1)).toEqual({ $ref: "#/components/parameters/lang" });
	expect(Object.keys(responses)).toEqual(
		expect.arrayContaining(["200", "400", "401", "403", "429", "503"]),
	);
	expect(
		Object.keys(body.paths["/api/tickets/{number}/acknowledge"].post.responses),
	).toEqual(expect.arrayContaining(["404", "409"]));
});

test("the page to browse it loads nothing from elsewhere", async () => {
	const page = await agent.get("/api/docs");
	expect(page.status).toBe(200);
	expect(page.text).not.toMatch(/https?:/);
	for (const file of ["start.js", "swagger-ui.css", "swagger-ui-bundle.js"])
		expect((await agent.get(`/api/docs/${file}`)).status).toBe(200);
	for (const file of ["package.json", "..%2Fpackage.json", "%00"])
		expect((await agent.get(`/api/docs/${file}`)).status).toBe(404);
});
