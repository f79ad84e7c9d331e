import i18next from "i18next";
import type { Say } from "../../src/console/say.ts";
import { ticketHeadline } from "../../src/console/ticket/headline.ts";
import { en, type Words } from "../../src/console/ticket/words/en.ts";
import { fi } from "../../src/console/ticket/words/fi.ts";
import { sv } from "../../src/console/ticket/words/sv.ts";
import { type Language, languages } from "../../src/domain/language.ts";
import type { Ticket } from "../../src/web/api/shapes.ts";

const texts = i18next.createInstance();
await texts.init({
	resources: { fi: { fi }, sv: { sv }, en: { en } },
	interpolation: { escapeValue: false },
});
const sayIn = (language: Language) =>
	texts.getFixedT(language, language as never) as unknown as Say<Words>;

const now = new Date("2026-03-03T10:00:00Z");
const liisa = { person: "liisa", name: "Liisa Lind" };

type Call = Ticket["calls"][number];

function call(more: Partial<Call> = {}): Call {
	return {
		...{ sid: "CA1", caller: null, arrivedAt: "2026-03-03T00:14:00Z" },
		...{ endedAt: "2026-03-03T00:20:00Z", outcome: "answered" },
		...{ rotaVersion: 1, because: { fi: "", sv: "", en: "" } },
		...{ answeredBy: liisa, talkSeconds: 60, recordings: [] },
		...{ isRecovered: false, story: [] },
		ringing: [
			{
				...liisa,
				...{ phone: "+358401000003", step: 0, outcome: "accepted" },
				startedAt: "2026-03-03T00:14:05Z",
				endedAt: "2026-03-03T00:14:19Z",
				...{ ringSeconds: 14, whisperAt: null, pressed: null },
			},
		],
		...more,
	};
}

function ticket(more: Partial<Ticket> = {}): Ticket {
	const calls = more.calls ?? [call()];
	return {
		openedAt: "2026-03-03T00:14:00Z",
		status: "acknowledged",
		outcome: calls[0]?.outcome ?? null,
		answeredBy: calls.find(({ answeredBy }) => answeredBy)?.answeredBy ?? null,
		assignee: { ...liisa, account: null },
		...{ doneAt: null, closedAt: null, dueAt: null, missedCallAt: null },
		...{ onSiteAt: null, mergedInto: null, channel: "phone" },
		...more,
		calls,
	} as Ticket;
}

const headline = (one: Ticket, language: Language = "en") =>
	ticketHeadline(
		one,
		now,
		{ language, zone: "Europe/Helsinki" },
		sayIn(language),
	);

const missed = call({ outcome: "voicemail", answeredBy: null, ringing: [] });
const nobody = { status: "new", assignee: null } as const;

test.each<[string, Ticket, string]>([
	[
		"answered",
		ticket(),
		"Called today at 02:14, Liisa Lind answered in 19 seconds.",
	],
	[
		"done",
		ticket({ status: "done", doneAt: "2026-03-03T02:02:00Z" }),
		"Called today at 02:14, Liisa Lind answered in 19 seconds, done at 04:02.",
	],
	[
		"done on another day than it was reported",
		ticket({
			openedAt: "2026-03-01T00:14:00Z",
			calls: [call({ arrivedAt: "2026-03-01T00:14:00Z", ringing: [] })],
			status: "closed",
			doneAt: "2026-03-03T02:02:00Z",
			closedAt: "2026-03-03T03:02:00Z",
		}),
		"Called on 1 March at 02:14, Liisa Lind answered, done today at 04:02.",
	],
	[
		"with somebody else by now",
		ticket({
			status: "under-way",
			assignee: { person: "kalle", account: null, name: "Kalle Korhonen" },
		}),
		"Called today at 02:14, Liisa Lind answered in 19 seconds, Kalle Korhonen is on the way.",
	],
	[
		"nobody has it",
		ticket({ ...nobody, calls: [missed] }),
		"Called today at 02:14, nobody answered and the caller left a message, nobody has acknowledged it yet.",
	],
	[
		"the call goes on",
		ticket({ ...nobody, calls: [call({ outcome: null, endedAt: null })] }),
		"Called today at 02:14, the call goes on.",
	],
	[
		"several calls, of which the second was answered",
		ticket({
			calls: [
				missed,
				call({
					arrivedAt: "2026-03-03T00:30:00Z",
					ringing: call().ringing.map((ring) => ({
						...ring,
						endedAt: "2026-03-03T00:30:07Z",
					})),
				}),
			],
			outcome: "answered",
		}),
		"Called 2 times, first today at 02:14 and last today at 02:30, Liisa Lind answered in 7 seconds.",
	],
	[
		"a call that nobody took after it was acknowledged",
		ticket({
			calls: [call(), missed],
			missedCallAt: "2026-03-03T00:14:00Z",
		}),
		"Called 2 times, first today at 02:14 and last today at 02:14, Liisa Lind answered in 19 seconds, the caller has called again and nobody answered.",
	],
	[
		"merged",
		ticket({ status: "closed", mergedInto: "2026-000001" }),
		"Called today at 02:14, Liisa Lind answered in 19 seconds. It has become a part of 2026-000001.",
	],
	[
		"late",
		ticket({ dueAt: "2026-03-03T08:00:00Z" }),
		"Called today at 02:14, Liisa Lind answered in 19 seconds. It should have been done today at 10:00.",
	],
	[
		"not reported by a call",
		ticket({ ...nobody, calls: [], channel: "form", outcome: null }),
		"Reported today at 02:14, nobody has acknowledged it yet.",
	],
])("%s", (_, one, says) => {
	expect(headline(one).join(" ")).toBe(says);
});

test("in each language", () => {
	const done = ticket({ status: "done", doneAt: "2026-03-03T02:02:00Z" });
	expect(
		Object.fromEntries(
			languages.map((language) => [language, headline(done, language)]),
		),
	).toMatchObject({
		fi: [
			"Soitti tänään klo 2.14, Liisa Lind vastasi 19 sekunnissa, valmis klo 4.02.",
		],
		sv: [
			"Ringde i dag kl. 02:14, Liisa Lind svarade på 19 sekunder, klar kl. 04:02.",
		],
	});
});
