import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { TicketFileView } from "../../../domain/ticket/ticket-file.ts";
import { AskOnce } from "../../ask-once.tsx";
import { useLanguage } from "../../language.tsx";
import { ask } from "../../server.ts";
import { useFilesWords } from "./files-words.ts";

/** Asks once, naming the file, before it is erased. */
export function RemoveFile({
	number,
	file: { id, name },
	headers,
	close,
	onChange,
}: {
	readonly number: string;
	readonly file: TicketFileView;
	readonly headers: Readonly<Record<string, string>>;
	close(): void;
	onChange(): void;
}) {
	const say = useFilesWords();
	const { language } = useLanguage();
	const client = useQueryClient();
	const removing = useMutation({
		mutationFn: () =>
			ask(`/api/tickets/${encodeURIComponent(number)}/files/${id}`, language, {
				method: "DELETE",
				headers,
			}),
		onSuccess: async () => {
			await client.invalidateQueries({ queryKey: ["tickets"] });
			onChange();
			close();
		},
	});
	return (
		<AskOnce
			title={say("removeTitle")}
			yes={say("removeIt")}
			no={say("keep")}
			doing={removing}
			act={() => removing.mutate()}
			close={close}
		>
			{say("ask", { name })}
		</AskOnce>
	);
}
