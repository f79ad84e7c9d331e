/** Refusals about views of the log. */
export const logViewRefusals = {
	"not-there": {
		fi: "Tätä näkymää ei ole enää. Lataa sivu uudelleen.",
		sv: "Den här vyn finns inte längre. Ladda om sidan.",
		en: "This view is not there any more. Reload the page.",
	},
	"not-yours": {
		fi: "Yhteisiä näkymiä voi muuttaa toimisto. Tallenna näkymä itsellesi.",
		sv: "Gemensamma vyer ändras av kontoret. Spara vyn åt dig själv.",
		en: "Shared views are kept by the office. Keep the view for yourself.",
	},
	"changed-meanwhile": {
		fi: "Joku muutti näkymää juuri. Lataa sivu uudelleen ja yritä sitten uudestaan.",
		sv: "Någon ändrade vyn nyss. Ladda om sidan och försök igen.",
		en: "Somebody has just changed the view. Reload the page and try again.",
	},
	"name-taken": {
		fi: "Tämän niminen näkymä on jo. Anna toinen nimi.",
		sv: "Det finns redan en vy med det namnet. Välj ett annat namn.",
		en: "There is a view of that name already. Choose another name.",
	},
	"too-many": {
		fi: "Näkymiä on jo niin monta kuin valikkoon mahtuu. Poista ensin jokin.",
		sv: "Det finns redan så många vyer som ryms i menyn. Ta först bort någon.",
		en: "There are as many views as the menu has room for. Remove one first.",
	},
	noAccount: {
		fi: "Omat näkymät kuuluvat tilille, eikä avaimella ole tiliä. Tallenna näkymä kaikille.",
		sv: "Egna vyer hör till ett konto, och en nyckel har inget. Spara vyn för alla.",
		en: "One's own views belong to an account, and a token has none. Keep the view for everybody.",
	},
} as const;
