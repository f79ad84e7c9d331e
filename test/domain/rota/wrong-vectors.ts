import { officeOutcomes, recurrenceOutcomes, rotaOutcomes } from "./vectors.ts";

// Run as a program of its own, so that the zone of the process can be another one: prints the ids that come out wrong.
const outcomes = [
	...recurrenceOutcomes(),
	...rotaOutcomes(),
	...officeOutcomes(),
];
const wrong = outcomes.filter(
	({ expected, actual }) => JSON.stringify(expected) !== JSON.stringify(actual),
);
const offset = new Date(2026, 0, 1).getTimezoneOffset();
console.log(
	JSON.stringify({
		count: outcomes.length,
		offset,
		wrong: wrong.map(({ id }) => id),
	}),
);
