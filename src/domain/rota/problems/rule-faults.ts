/** What is wrong with the writing of a recurrence rule, in words. */
import type { Sentence } from "../../language.ts";
import { nearest } from "../nearest.ts";
import { error, type Problem } from "../problem.ts";
import { frequencies, type RuleFault } from "../recurrence/rule.ts";

const partNames = [
	"FREQ",
	"INTERVAL",
	"COUNT",
	"UNTIL",
	"WKST",
	"BYDAY",
	"BYMONTH",
	"BYMONTHDAY",
	"BYYEARDAY",
	"BYWEEKNO",
	"BYHOUR",
	"BYMINUTE",
	"BYSECOND",
	"BYSETPOS",
];

/** What a value of each part looks like. */
const examples: Readonly<Record<string, string>> = {
	FREQ: frequencies.join(", "),
	INTERVAL: "INTERVAL=2",
	COUNT: "COUNT=10",
	UNTIL: "UNTIL=20261231 / UNTIL=20261231T220000Z",
	WKST: "WKST=MO",
	BYDAY: "BYDAY=MO,TU / BYDAY=-1FR",
	BYMONTH: "BYMONTH=6,12",
	BYMONTHDAY: "BYMONTHDAY=1,-1",
	BYYEARDAY: "BYYEARDAY=1,-1",
	BYWEEKNO: "BYWEEKNO=1,27",
	BYHOUR: "BYHOUR=8,16",
	BYMINUTE: "BYMINUTE=0,30",
	BYSECOND: "BYSECOND=0",
	BYSETPOS: "BYSETPOS=1,-1",
};

export function faultProblem(fault: RuleFault, where: string): Problem {
	const [says, advises] = words(fault);
	return error("bad-rule", where, says, advises);
}

function words(fault: RuleFault): [Sentence, Sentence] {
	switch (fault.kind) {
		case "no-rule":
			return [
				{
					fi: "Tämä ei ole toistumissääntö.",
					sv: "Det här är ingen upprepningsregel.",
					en: "This is not a recurrence rule.",
				},
				{
					fi: "Kirjoita RFC 5545:n mukainen sääntö, esimerkiksi FREQ=WEEKLY;BYDAY=FR.",
					sv: "Skriv en regel enligt RFC 5545, till exempel FREQ=WEEKLY;BYDAY=FR.",
					en: "Write a rule of RFC 5545, such as FREQ=WEEKLY;BYDAY=FR.",
				},
			];
		case "unknown-part":
			return unknownPart(fault.part);
		case "twice":
			return [
				{
					fi: `${fault.part} on säännössä kahdesti.`,
					sv: `${fault.part} står två gånger i regeln.`,
					en: `${fault.part} stands twice in the rule.`,
				},
				{
					fi: "Jätä vain toinen niistä.",
					sv: "Behåll bara en av dem.",
					en: "Keep only one of them.",
				},
			];
		case "bad-value":
			return [
				{
					fi: `${fault.part}=${fault.value} ei kelpaa.`,
					sv: `${fault.part}=${fault.value} är inte giltigt.`,
					en: `${fault.part}=${fault.value} is not valid.`,
				},
				{
					fi: `Esimerkiksi: ${examples[fault.part]}.`,
					sv: `Till exempel: ${examples[fault.part]}.`,
					en: `For example: ${examples[fault.part]}.`,
				},
			];
		case "no-frequency":
			return [
				{
					fi: "Säännöstä puuttuu FREQ.",
					sv: "Regeln saknar FREQ.",
					en: "The rule has no FREQ.",
				},
				{
					fi: "Aloita sääntö esimerkiksi näin: FREQ=WEEKLY.",
					sv: "Börja regeln till exempel så här: FREQ=WEEKLY.",
					en: "Begin the rule with FREQ=WEEKLY, for example.",
				},
			];
		case "until-and-count":
			return [
				{
					fi: "Säännössä on sekä UNTIL että COUNT.",
					sv: "Regeln har både UNTIL och COUNT.",
					en: "The rule has both UNTIL and COUNT.",
				},
				{
					fi: "Jätä vain toinen niistä.",
					sv: "Behåll bara en av dem.",
					en: "Keep only one of them.",
				},
			];
		case "not-allowed":
			return notAllowed(fault.part, fault.freq);
	}
}

function unknownPart(part: string): [Sentence, Sentence] {
	const meant = nearest(part, partNames);
	return [
		{
			fi: `"${part}" ei ole toistumissäännön osa.`,
			sv: `"${part}" är ingen del av en upprepningsregel.`,
			en: `"${part}" is not a part of a recurrence rule.`,
		},
		meant
			? {
					fi: `Tarkoititko osaa ${meant}?`,
					sv: `Menade du ${meant}?`,
					en: `Did you mean ${meant}?`,
				}
			: {
					fi: `Osat ovat ${partNames.join(", ")}.`,
					sv: `Delarna är ${partNames.join(", ")}.`,
					en: `The parts are ${partNames.join(", ")}.`,
				},
	];
}

function notAllowed(part: string, freq: string): [Sentence, Sentence] {
	if (part === "BYSETPOS")
		return [
			{
				fi: "BYSETPOS ei merkitse yksinään mitään.",
				sv: "BYSETPOS betyder ingenting ensamt.",
				en: "BYSETPOS means nothing on its own.",
			},
			{
				fi: "Lisää osa, josta se valitsee, esimerkiksi BYDAY, tai poista se.",
				sv: "Lägg till det som den väljer ur, till exempel BYDAY, eller ta bort den.",
				en: "Add what it chooses from, such as BYDAY, or remove it.",
			},
		];
	return [
		{
			fi: `${part} ei sovi yhteen tiheyden ${freq} ja säännön muiden osien kanssa.`,
			sv: `${part} går inte ihop med FREQ=${freq} och resten av regeln.`,
			en: `${part} does not go with FREQ=${freq} and the rest of the rule.`,
		},
		part === "BYDAY"
			? {
					fi: "Viikonpäivän järjestysluku (esimerkiksi -1FR) sopii vain tiheyksiin MONTHLY ja YEARLY.",
					sv: "En veckodag med ordningstal (till exempel -1FR) går bara med MONTHLY och YEARLY.",
					en: "A numbered weekday (such as -1FR) goes only with MONTHLY and YEARLY.",
				}
			: {
					fi: `Poista ${part} tai käytä tiheyttä YEARLY.`,
					sv: `Ta bort ${part} eller använd FREQ=YEARLY.`,
					en: `Remove ${part} or use FREQ=YEARLY.`,
				},
	];
}
