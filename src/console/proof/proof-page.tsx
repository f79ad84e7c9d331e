import { MissingPage } from "../plain-pages.tsx";
import { useSignedIn } from "../session.tsx";
import { useTitle } from "../title.ts";
import { EntrySearch } from "./entry-search.tsx";
import { Findings } from "./findings.tsx";
import { useProofWords } from "./proof-words.ts";
import { Standing } from "./standing.tsx";

/** Is every call here, has nobody changed what is on record, and who did what? */
export default function ProofPage() {
	const say = useProofWords();
	const { may } = useSignedIn();
	useTitle(say("title"));
	if (!may.includes("see proof")) return <MissingPage />;
	return (
		<>
			<Standing />
			<Findings />
			<EntrySearch />
		</>
	);
}
