import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Language } from "../../../domain/language.ts";
import type {
	MessagePurpose,
	MessageTexts,
} from "../../../web/api/message-shapes.ts";
import { useLanguage } from "../../language.tsx";
import { ask } from "../../server.ts";

const path = "/api/ticket-settings/messages";
const queryKey = ["ticket-settings", "messages"];

export function useMessageTexts() {
	const { language } = useLanguage();
	return useQuery({
		queryKey,
		queryFn: ({ signal }) => ask<MessageTexts>(path, language, { signal }),
	});
}

/** Saves the words of one message in one language; without a text, the built-in ones again. */
export function useSaveText(
	purpose: MessagePurpose["purpose"],
	of: Language,
	done: () => void,
) {
	const { language } = useLanguage();
	const client = useQueryClient();
	return useMutation({
		mutationFn: ({ text, revision }: { text?: string; revision: number }) =>
			text === undefined
				? ask<MessageTexts>(
						`${path}/${purpose}/${of}?revision=${revision}`,
						language,
						{ method: "DELETE" },
					)
				: ask<MessageTexts>(`${path}/${purpose}/${of}`, language, {
						method: "PUT",
						body: { text, revision },
					}),
		onSuccess: (saved) => {
			client.setQueryData(queryKey, saved);
			done();
		},
		// Whoever was faster is seen too.
		onError: () => client.invalidateQueries({ queryKey }),
	});
}
