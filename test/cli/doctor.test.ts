import { rmSync } from "node:fs";
import { join } from "node:path";
import { Installation, withCarrier } from "../start/installation.ts";

const patience = 60_000;

let installation: Installation;
beforeEach(async () => {
	installation = await Installation.prepare();
}, patience);
afterEach(() => installation.remove(), patience);

interface Finding {
	readonly check: string;
	readonly well: boolean;
	readonly says: string;
}

async function doctor(environment = {}) {
	const { code, out } = await installation.run(
		["bin/faultline.js", "doctor", "--json"],
		environment,
	).ended;
	const { findings } = JSON.parse(out) as { findings: Finding[] };
	return { code, findings, faults: findings.filter(({ well }) => !well) };
}

test(
	"all is well with the example installation while it runs",
	async () => {
		await installation.started({});
		const { code, findings, faults } = await doctor();
		expect(faults).toEqual([]);
		expect(findings.map(({ check }) => check)).toEqual([
			"Node.js",
			"settings",
			"data folder",
			"database",
			"accounts",
			"rota files",
			"public address",
			"carrier",
		]);
		expect(code).toBe(0);
	},
	patience,
);

test(
	"each fault carries its advice",
	async () => {
		rmSync(join(installation.folder, "schedules/fault-line.yaml"));
		const { code, faults } = await doctor(withCarrier);
		expect(code).toBe(1);
		expect(faults).toMatchObject(
			[
				{ check: "accounts", says: /^nobody can sign in .* admin create/ },
				{ check: "rota files", says: /^no file for fault-line: write / },
				{ check: "public address", says: /set PUBLIC_URL to an https address/ },
				{ check: "carrier", says: /^the carrier refuses \(.*\): correct / },
			].map(({ check, says }) => ({
				check,
				says: expect.stringMatching(says),
			})),
		);
	},
	patience,
);

test(
	"with settings that make no sense there is nothing more to look at",
	async () => {
		const { code, faults } = await doctor({ PORT: "none" });
		expect(code).toBe(1);
		expect(faults).toEqual([
			{
				check: "settings",
				well: false,
				says: expect.stringMatching(/^PORT is "none"/),
			},
		]);
	},
	patience,
);
