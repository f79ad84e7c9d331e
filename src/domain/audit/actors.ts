/** Who did it, in the reader's words where the service itself did. */
import type { Sentence } from "../language.ts";

/** Names of accounts, people and keys are as they are. */
export function actorInWords(actor: string): Sentence {
	if (actor.startsWith("line:")) {
		const line = actor.slice("line:".length);
		return {
			fi: `Linja ${line}`,
			sv: `Linjen ${line}`,
			en: `The line ${line}`,
		};
	}
	return Object.hasOwn(itself, actor)
		? (itself[actor] as Sentence)
		: { fi: actor, sv: actor, en: actor };
}

/**
 * Those among the recorded actors whom somebody means who types this: the one who is called so, or else everybody whose name, or what
 * the service calls itself in any language, holds it.
 */
export function actorsNamed(
	typed: string,
	recorded: readonly string[],
): string[] {
	const sought = typed.trim().toLowerCase();
	const called = recorded.map((actor) => ({
		actor,
		names: [actor, ...Object.values(actorInWords(actor))].map((name) =>
			name.toLowerCase(),
		),
	}));
	const exactly = called.filter(({ names }) => names.includes(sought));
	const meant =
		exactly.length > 0
			? exactly
			: called.filter(({ names }) =>
					names.some((name) => name.includes(sought)),
				);
	return meant.map(({ actor }) => actor);
}

const itself: Readonly<Record<string, Sentence>> = {
	reconciliation: {
		fi: "Vertailu puhelinyhtiön tietoihin",
		sv: "Jämförelsen med operatören",
		en: "The comparison with the carrier",
	},
	"calendar reader": {
		fi: "Kalenterien luku",
		sv: "Kalenderläsningen",
		en: "The calendar reader",
	},
	"first start": {
		fi: "Ensimmäinen käynnistys",
		sv: "Första starten",
		en: "The first start",
	},
	"command line": {
		fi: "Komentorivi",
		sv: "Kommandoraden",
		en: "The command line",
	},
	"forgotten password": {
		fi: "Unohtunut salasana",
		sv: "Glömt lösenord",
		en: "A forgotten password",
	},
	"sign-in": {
		fi: "Kirjautuja",
		sv: "Någon som loggade in",
		en: "Somebody signing in",
	},
	start: { fi: "Käynnistys", sv: "Starten", en: "The start" },
};
