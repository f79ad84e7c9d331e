import type { BuiltInConfig, Config, LineConfig } from "./config.ts";
import type { Context, PublishedRota } from "./context.ts";
import type { Rota } from "./domain/rota/rota.ts";
import {
	type PhoneNetwork,
	startPhoneNetwork,
} from "./telephony/emulator/network.ts";
import { settingsFor } from "./telephony/twilio/provision.ts";
import { portError } from "./web-server.ts";

export interface BuiltInNetwork extends PhoneNetwork {
	/** Gives every person of the rotas a phone; those that have one keep it, with what it is set to do. */
	givePhones(rotas: readonly (PublishedRota | undefined)[]): void;
}

/** The callers; their numbers are among those that the Swedish authority (PTS) keeps free for stories. */
const tenants = [
	{ name: "Tenant", number: "+46701740690", language: "fi" },
	{ name: "Another tenant", number: "+46701740691", language: "sv" },
] as const;

/**
 * Starts the built-in phone network in place of a carrier, with the lines' numbers leading to us.
 *
 * @throws SetupError when its port cannot be had.
 */
export async function openBuiltInNetwork(
	config: BuiltInConfig,
	log: Context["log"],
): Promise<BuiltInNetwork> {
	const { port, accountSid, authToken } = config.carrier;
	const network = await startPhoneNetwork({
		port,
		accountSid,
		authToken,
		consoleUrl: config.publicUrl,
		log: (line) => log.debug(line),
	}).catch((error) => {
		throw portError("PHONE_NETWORK_PORT", port, error);
	});
	for (const line of Object.values(config.lines))
		addLine(network, config, line);
	for (const { name, number, language } of tenants)
		network.phones.add({ name, number, language, role: "tenant" });
	return {
		...network,
		givePhones: (rotas) => givePhones(network, rotas),
	};
}

function addLine(
	network: PhoneNetwork,
	{ publicUrl }: Config,
	line: LineConfig,
): void {
	network.numbers.register({
		number: line.number,
		friendlyName: line.name.en,
		...settingsFor(publicUrl),
	});
}

function givePhones(
	network: PhoneNetwork,
	rotas: readonly (PublishedRota | undefined)[],
): void {
	for (const published of rotas)
		for (const person of Object.values(published?.rota.people ?? {}))
			if (!network.phones.find(person.phone)) addPhone(network, person);
}

function addPhone(network: PhoneNetwork, person: Rota["people"][string]): void {
	network.phones.add({
		name: person.name,
		number: person.phone,
		role: person.answers === "directly" ? "office" : "technician",
		...(person.language ? { language: person.language } : {}),
	});
}
