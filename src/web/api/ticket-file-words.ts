import type { FileRefusal } from "../../actions/add-ticket-file.ts";
import type { Sentence } from "../../domain/language.ts";
import { mostFiles } from "../../domain/ticket/ticket-file.ts";

/** Why a file is not taken, and what to do instead. */
export const fileRefusals: Readonly<
	Record<Exclude<FileRefusal, "no-such-ticket">, Sentence>
> = {
	merged: {
		fi: "Vikailmoitus on yhdistetty toiseen. Lisää tiedosto siihen, johon se yhdistettiin.",
		sv: "Felanmälan har slagits ihop med en annan. Lägg filen på den andra.",
		en: "The ticket has become part of another one. Add the file to that one.",
	},
	"too-many": {
		fi: `Vikailmoituksella on jo ${mostFiles} tiedostoa. Poista ensin jokin, jota ei tarvita.`,
		sv: `Felanmälan har redan ${mostFiles} filer. Ta först bort någon som inte behövs.`,
		en: `The ticket has ${mostFiles} files already. Remove one that is not needed first.`,
	},
	empty: {
		fi: "Tiedosto on tyhjä. Valitse kuva (JPEG, PNG tai WebP) tai PDF.",
		sv: "Filen är tom. Välj en bild (JPEG, PNG eller WebP) eller en PDF.",
		en: "The file is empty. Choose a picture (JPEG, PNG or WebP) or a PDF.",
	},
	heic: {
		fi: "Kuva on HEIC-muodossa, jota muut laitteet eivät avaa. Valitse iPhonessa Asetukset › Kamera › Muodot › Yhteensopivin ja ota kuva uudelleen, tai lähetä siitä kuvakaappaus.",
		sv: "Bilden är i formatet HEIC, som andra enheter inte öppnar. Välj på iPhone Inställningar › Kamera › Format › Mest kompatibelt och ta bilden igen, eller skicka en skärmbild av den.",
		en: "The picture is in the format HEIC, which other devices do not open. On an iPhone choose Settings › Camera › Formats › Most Compatible and take it again, or send a screenshot of it.",
	},
	"not-taken": {
		fi: "Tällaista tiedostoa ei oteta vastaan. Kuvat käyvät muodoissa JPEG, PNG ja WebP, asiakirjat muodossa PDF.",
		sv: "En sådan fil tas inte emot. Bilder går bra som JPEG, PNG och WebP, dokument som PDF.",
		en: "Such a file is not taken. Pictures may be JPEG, PNG or WebP, documents PDF.",
	},
	damaged: {
		fi: "Kuvaa ei voitu lukea: se on ehkä vioittunut tai jäi kesken. Lähetä se uudelleen tai ota toinen.",
		sv: "Bilden gick inte att läsa: den är kanske skadad eller kom bara delvis. Skicka den igen eller ta en ny.",
		en: "The picture could not be read: it may be damaged, or came only in part. Send it again or take another.",
	},
	"too-many-pixels": {
		fi: "Kuvassa on liikaa pikseleitä. Ota se kameran tavallisella tarkkuudella, enintään 65 megapikseliä.",
		sv: "Bilden har för många pixlar. Ta den med kamerans vanliga upplösning, högst 65 megapixlar.",
		en: "The picture has too many pixels. Take it at the camera's usual resolution, at most 65 megapixels.",
	},
	busy: {
		fi: "Kuvia tulee juuri nyt monta yhtä aikaa. Lähetä omasi hetken päästä uudelleen.",
		sv: "Just nu kommer många bilder samtidigt. Skicka din igen om en stund.",
		en: "Many pictures are coming in right now. Send yours again in a moment.",
	},
};

export const noSuchFile: Sentence = {
	fi: "Tiedostoa ei ole, tai se on jo poistettu.",
	sv: "Filen finns inte, eller så är den redan borttagen.",
	en: "There is no such file, or it has been removed already.",
};

export const somebodyElsesFile: Sentence = {
	fi: "Tiedoston on lisännyt joku muu. Pyydä toimistoa poistamaan se.",
	sv: "Någon annan har lagt till filen. Be kontoret ta bort den.",
	en: "Somebody else added the file. Ask the office to remove it.",
};
