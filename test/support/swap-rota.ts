import { publishRota } from "../../src/actions/publish-rota.ts";
import type { Role } from "../../src/domain/role.ts";
import type { Rota } from "../../src/domain/rota/rota.ts";
import type { Service } from "../../src/service.ts";
import { accountOf, consoleOf } from "./api.ts";
import { eventually } from "./eventually.ts";

/** A week each in March 2026, by written shifts: Liisa till the 9th, Kalle, then Pekka's weekend, Liisa, Pekka. */
export function swapRota(changes: Partial<Rota> = {}): Rota {
	const person = (name: string, phone: string, email: string) => ({
		...{ name, phone, email },
		language: "en" as const,
	});
	const shift = (person: string, start: string, end: string) => ({
		...{ person, start: `${start}T08:00`, end: `${end}T08:00` },
	});
	return {
		rota: 1,
		line: "fault-line",
		name: "Swaps",
		zone: "Europe/Helsinki",
		people: {
			kalle: person("Kalle Korhonen", "+358401000002", "kalle@example.org"),
			liisa: person("Liisa Lind", "+358401000003", "liisa@example.org"),
			pekka: person("Pekka Nieminen", "+358401000004", "pekka@example.org"),
		},
		hours: [],
		duties: {
			technician: [
				{
					shifts: [
						shift("liisa", "2026-03-01", "2026-03-09"),
						shift("kalle", "2026-03-09", "2026-03-14"),
						shift("pekka", "2026-03-14", "2026-03-16"),
						shift("liisa", "2026-03-16", "2026-03-23"),
						shift("pekka", "2026-03-23", "2027-12-30"),
					],
				},
			],
		},
		routing: {
			open: [{ ring: ["technician"], seconds: 20 }],
			closed: [{ ring: ["technician"], seconds: 20 }],
		},
		fallback: ["kalle"],
		...changes,
	};
}

/** Publishes a rota and waits until the service answers by it. */
export async function publishTo(
	{ ctx }: Service,
	rota: Rota = swapRota(),
): Promise<void> {
	const published = await publishRota(ctx, {
		rota,
		by: "Paula Planner",
		reason: "test",
	});
	if (published.kind === "refused") throw new Error(JSON.stringify(published));
	await eventually(async () =>
		ctx.rotas.current(rota.line)?.version === published.version ? true : null,
	);
}

/** The console of somebody of the rota, by the address that the rota has of them. */
export async function consoleOfPerson(
	service: Service,
	name: string,
	role: Role = "technician",
) {
	const email = `${name.split(" ")[0]?.toLowerCase()}@example.org`;
	const account = await accountOf(service.ctx, { role, name, email });
	return consoleOf(service, role, account);
}
