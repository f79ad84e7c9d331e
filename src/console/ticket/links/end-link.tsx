import { useMutation, useQueryClient } from "@tanstack/react-query";
import { AskOnce } from "../../ask-once.tsx";
import { useLanguage } from "../../language.tsx";
import { ask } from "../../server.ts";
import { useLinksWords } from "./links-words.ts";

/** Asks once, naming who can open the ticket no more, before their link is ended. */
export function EndLink({
	number,
	link: { id, name },
	close,
	onEnd,
}: {
	number: string;
	link: { readonly id: string; readonly name: string };
	close(): void;
	onEnd(): void;
}) {
	const say = useLinksWords();
	const { language } = useLanguage();
	const client = useQueryClient();
	const ending = useMutation({
		mutationFn: () =>
			ask(`/api/tickets/${number}/links/${id}`, language, { method: "DELETE" }),
		onSuccess: () => {
			onEnd();
			close();
		},
		onSettled: () => client.invalidateQueries({ queryKey: ["tickets"] }),
	});
	return (
		<AskOnce
			title={say("endOf", { name })}
			yes={say("endIt")}
			no={say("keep")}
			doing={ending}
			act={() => ending.mutate()}
			close={close}
		>
			{say("ask", { name, number })}
		</AskOnce>
	);
}
