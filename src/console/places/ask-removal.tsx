import { useMutation, useQueryClient } from "@tanstack/react-query";
import { AskOnce } from "../ask-once.tsx";
import { useLanguage } from "../language.tsx";
import { ask } from "../server.ts";
import { usePlacesWords } from "./places-words.ts";

/** Asks once, naming what goes. */
export function AskRemoval({
	title,
	says,
	path,
	close,
	removed,
}: {
	title: string;
	says: string;
	/** Of the API. */
	path: string;
	close(): void;
	removed?: () => void;
}) {
	const say = usePlacesWords();
	const { language } = useLanguage();
	const client = useQueryClient();
	const removing = useMutation({
		mutationFn: () => ask(path, language, { method: "DELETE" }),
		onSuccess: () => {
			close();
			removed?.();
		},
		onSettled: () => client.invalidateQueries({ queryKey: ["places"] }),
	});
	return (
		<AskOnce
			title={title}
			yes={say("remove")}
			doing={removing}
			act={() => removing.mutate()}
			close={close}
		>
			{says}
		</AskOnce>
	);
}
