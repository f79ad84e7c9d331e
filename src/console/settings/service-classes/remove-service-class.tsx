import type { ServiceClass } from "../../../web/api/ticket-setting-shapes.ts";
import { AskOnce } from "../../ask-once.tsx";
import { useLanguage } from "../../language.tsx";
import { useSettingsWords } from "../settings-words.ts";
import { useSaved } from "../use-saved.ts";

/** Asks once, naming it. */
export function RemoveServiceClass({
	one: { id, names, revision },
	close,
}: {
	one: ServiceClass;
	close(): void;
}) {
	const say = useSettingsWords();
	const { language } = useLanguage();
	const removing = useSaved(close);
	const name = names[language];
	return (
		<AskOnce
			title={say("classes.removeTitle", { name })}
			yes={say("classes.removeIt")}
			doing={removing}
			act={() =>
				removing.mutate({
					method: "DELETE",
					path: `service-classes/${id}?revision=${revision}`,
				})
			}
			close={close}
		>
			{say("classes.ask", { name })}
		</AskOnce>
	);
}
