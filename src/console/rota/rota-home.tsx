import { Text } from "@mantine/core";
import { Redirect } from "wouter";
import { Said } from "../said.tsx";
import { useRotas } from "./rota-queries.ts";
import { useRotaWords } from "./rota-words.ts";

/** Leads to the rota of the first line. */
export default function RotaHome() {
	const say = useRotaWords();
	const { data, error } = useRotas();
	if (error)
		return <Text role="alert">{say("trouble", { why: error.message })}</Text>;
	if (!data) return null;
	const [first] = data.rotas;
	if (first) return <Redirect to={`/rota/${first.line}`} replace />;
	return (
		<Text>
			<Said text={say("none")} />
		</Text>
	);
}
