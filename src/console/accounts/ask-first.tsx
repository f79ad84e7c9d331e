import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Account } from "../../web/api/account-shapes.ts";
import { AskOnce } from "../ask-once.tsx";
import { useLanguage } from "../language.tsx";
import { ask } from "../server.ts";
import { useAccountsWords } from "./accounts-words.ts";

export type AskedFirst = "disable" | "resetFactor";

/** Asks once, naming whom it is about, before somebody is shut out or let in more easily. */
export function AskFirst({
	what,
	account,
	close,
}: {
	what: AskedFirst;
	account: Account;
	close(): void;
}) {
	const say = useAccountsWords();
	const { language } = useLanguage();
	const client = useQueryClient();
	const { id, name } = account;
	const doing = useMutation({
		mutationFn: () =>
			ask(
				`/api/accounts/${id}/${what === "disable" ? "disable" : "second-factor/reset"}`,
				language,
				{ method: "POST" },
			),
		onSuccess: close,
		onSettled: () => client.invalidateQueries({ queryKey: ["accounts"] }),
	});
	return (
		<AskOnce
			title={`${say(what)}: ${name}`}
			yes={say(what)}
			doing={doing}
			act={() => doing.mutate()}
			close={close}
		>
			{say(`ask.${what}`, { name })}
		</AskOnce>
	);
}
