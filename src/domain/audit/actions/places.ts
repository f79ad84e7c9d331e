/** Properties, tenants and what is kept about people: what an entry says of its actor, by action. */
import type { Sentence } from "../../language.ts";

export const placesActions = {
	"property-added": {
		fi: "lisäsi kohteen",
		sv: "lade till en fastighet",
		en: "added a property",
	},
	"property-changed": {
		fi: "muutti kohdetta",
		sv: "ändrade en fastighet",
		en: "changed a property",
	},
	"property-removed": {
		fi: "poisti kohteen",
		sv: "tog bort en fastighet",
		en: "removed a property",
	},
	"tenant-added": {
		fi: "lisäsi asukkaan",
		sv: "lade till en hyresgäst",
		en: "added a tenant",
	},
	"tenant-changed": {
		fi: "muutti asukkaan tietoja",
		sv: "ändrade en hyresgästs uppgifter",
		en: "changed a tenant",
	},
	"tenant-removed": {
		fi: "poisti asukkaan",
		sv: "tog bort en hyresgäst",
		en: "removed a tenant",
	},
	"places-imported": {
		fi: "toi kohteita ja asukkaita tiedostosta",
		sv: "läste in fastigheter och hyresgäster ur en fil",
		en: "imported properties and tenants from a file",
	},
	"properties-imported": {
		fi: "toi kohteita tiedostosta",
		sv: "läste in fastigheter ur en fil",
		en: "imported properties from a file",
	},
	"tenants-imported": {
		fi: "toi asukkaita tiedostosta",
		sv: "läste in hyresgäster ur en fil",
		en: "imported tenants from a file",
	},
	"data-seen": {
		fi: "katsoi, mitä numerosta on tallessa",
		sv: "såg vad som finns om ett nummer",
		en: "looked at what is kept about a number",
	},
	"data-erased": {
		fi: "poisti numeron tiedot",
		sv: "raderade det som fanns om ett nummer",
		en: "erased what was kept about a number",
	},
	"messages-stopped": {
		fi: "lopetti viestit tähän numeroon",
		sv: "stoppade meddelanden till numret",
		en: "stopped messages to the number",
	},
	"messages-resumed": {
		fi: "salli taas viestit tähän numeroon",
		sv: "tillät meddelanden till numret igen",
		en: "allowed messages to the number again",
	},
} satisfies Record<string, Sentence>;
