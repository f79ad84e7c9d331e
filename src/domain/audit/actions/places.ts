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
	"number-erased": {
		fi: "poisti numeron tiedot",
		sv: "raderade det som fanns om ett nummer",
		en: "erased what was kept about a number",
	},
} satisfies Record<string, Sentence>;
