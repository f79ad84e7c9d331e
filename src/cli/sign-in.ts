import { Command } from "commander";
import { createSignInLink } from "../actions/create-sign-in-link.ts";
import { withDatabase } from "./database.ts";

/** A fresh link to the console, for whoever administers this machine. */
export function signInCommand(): Command {
	return new Command("sign-in")
		.description("print a link that opens the console once, within an hour")
		.action(async () => {
			const { url } = await withDatabase((ctx) =>
				createSignInLink(ctx, { role: "admin", by: "command line" }),
			);
			console.log(url);
		});
}
