import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eventually } from "../support/eventually.ts";
import { Installation, withCarrier } from "./installation.ts";

const patience = 60_000;

let installation: Installation;
beforeEach(async () => {
	installation = await Installation.prepare();
}, patience);
afterEach(() => installation.remove(), patience);

test(
	"npm start tells where to look and who has it, answers, and ends without a trace",
	async () => {
		const service = installation.run(["start"], {}, "npm");
		await service.says(/is running/);
		const { out } = service.said();
		expect(out).toMatch(
			new RegExp(`http://localhost:${installation.port}/sign-in/[\\w-]{43}`),
		);
		expect(out).toContain("dial +358942721234");
		expect(out).toMatch(/The office is (open|closed) until/);
		expect(out).toMatch(/technician: .+ is on duty until/);
		const ready = await fetch(`http://localhost:${installation.port}/readyz`);
		expect(ready.status).toBe(200);

		service.child.kill("SIGINT");
		await service.ended;
		await expect(
			fetch(`http://localhost:${installation.port}/readyz`),
		).rejects.toThrow();
		expect(installation.hasDatabaseRunning()).toBe(false);
	},
	patience,
);

test(
	"when npm is killed, the service does not stay behind",
	async () => {
		const npm = installation.run(["start"], withCarrier, "npm");
		await npm.says(/is running/);
		npm.child.kill("SIGKILL");
		await eventually(async () =>
			installation.hasDatabaseRunning() ? null : true,
		);
	},
	patience,
);

test(
	"a service that was killed hard has lost nothing, and starts again beside its old database",
	async () => {
		const killed = await installation.started();
		const { out, code } = await installation.command(
			...["token", "create", "--name", "test", "--role", "manager"],
		);
		expect(code).toBe(0);
		expect(out).toMatch(/^fl_[\w-]{43}\n$/);
		expect(await installation.call(`CA${"1".repeat(32)}`)).toContain(
			"<Response>",
		);
		killed.child.kill("SIGKILL");
		await killed.ended;
		expect(installation.hasDatabaseRunning()).toBe(true);

		const again = await installation.started();
		const tickets = await fetch(
			`http://localhost:${installation.port}/api/tickets`,
			{ headers: { Authorization: `Bearer ${out.trim()}` } },
		);
		expect(await tickets.json()).toMatchObject({
			tickets: [{ caller: "+46701740690", line: "fault-line" }],
		});
		again.child.kill("SIGTERM");
		expect(await again.ended).toMatchObject({ code: 0 });
		expect(installation.hasDatabaseRunning()).toBe(false);
	},
	patience,
);

test(
	"a service and its database that were killed together come back with everything",
	async () => {
		const killed = await installation.started();
		await installation.call(`CA${"2".repeat(32)}`);
		const pidFile = join(installation.dataDir, "postgres", "postmaster.pid");
		const [pid] = readFileSync(pidFile, "utf8").split("\n");
		killed.child.kill("SIGKILL");
		process.kill(Number(pid), "SIGKILL");
		await killed.ended;

		const again = await installation.started();
		expect(again.said().out).not.toContain("is published");
		const metrics = await fetch(
			`http://localhost:${installation.port}/metrics`,
		);
		expect(metrics.status).toBe(200);
		const rota = await installation.command("rota", "export", "fault-line");
		expect(rota.out).toContain("line: fault-line");
	},
	patience,
);

test(
	"a second service on the same data is refused, and the first goes on",
	async () => {
		await installation.started();
		const other = await Installation.prepare();
		try {
			const second = other.service({
				...withCarrier,
				DATA_DIR: installation.dataDir,
			});
			expect(await second.ended).toMatchObject({
				code: 1,
				err: `Another Faultline already runs on the data folder ${installation.dataDir}: stop that one first, or set DATA_DIR to another folder.\n`,
			});
		} finally {
			await other.remove();
		}
		expect(await installation.call(`CA${"3".repeat(32)}`)).toContain(
			"<Response>",
		);
	},
	patience,
);

test(
	"commands bring their own database when no service runs, and take it along again",
	async () => {
		const made = await installation.command(
			...["token", "create", "--name", "report", "--role", "office"],
		);
		expect(made).toMatchObject({ code: 0, err: "" });
		const file = join(installation.folder, "backup.tar.gz");
		const saved = await installation.command("backup", file);
		expect(saved).toMatchObject({ code: 0, err: "" });
		const before = await installation.command("token", "list", "--json");
		expect(installation.hasDatabaseRunning()).toBe(false);

		const used = await installation.command("restore", file);
		expect(used).toMatchObject({ code: 1, out: "" });
		expect(used.err).toMatch(/^This installation has been used: .*\n$/);

		const other = await Installation.prepare();
		try {
			const restored = await other.command("restore", file);
			expect(restored).toMatchObject({ code: 0, err: "" });
			const after = await other.command("token", "list", "--json");
			expect(JSON.parse(after.out)).toEqual(JSON.parse(before.out));
		} finally {
			await other.remove();
		}
	},
	patience,
);

if (process.getuid?.() === 0)
	test(
		"under root the data may lie in a folder that only root may enter",
		async () => {
			const hidden = await Installation.prepare(
				join(installation.folder, "only-root"),
			);
			const service = await hidden.started();
			expect(await hidden.call(`CA${"4".repeat(32)}`)).toContain("<Response>");
			service.child.kill("SIGKILL");
			await service.ended;
			await hidden.started();
			await hidden.remove();
		},
		patience,
	);
