import { Button, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type Role, roles } from "../../domain/role.ts";
import type { SignedIn, SignInWays } from "../../web/api/account-shapes.ts";
import { useLanguage } from "../language.tsx";
import { Initials } from "../person.tsx";
import { Refused } from "../refused.tsx";
import { ask } from "../server.ts";
import styles from "./sign-in-page.module.css";
import { useSignInWords } from "./sign-in-words.ts";

type People = NonNullable<SignInWays["demo"]>;

/** The people of the demonstration: one click, and one is one of them. */
export function DemoPeople({
	people,
	enter,
}: {
	people: People;
	enter(result: SignedIn): Promise<void>;
}) {
	const say = useSignInWords();
	const { language } = useLanguage();
	const entering = useMutation({
		mutationFn: (account: string) =>
			ask<SignedIn>("/sign-in/demo", language, {
				method: "POST",
				body: { account },
			}),
		onSuccess: enter,
	});
	return (
		<section className={styles.demo} aria-labelledby="demo">
			<Title order={2} id="demo">
				{say("demo.title")}
			</Title>
			<Text>{say("demo.sentence")}</Text>
			<ul className={styles.people}>
				{inOrder(people).map(({ id, name, role, email }) => (
					<li key={id}>
						<Button
							fullWidth
							variant="default"
							justify="flex-start"
							className={styles.demoButton ?? ""}
							leftSection={<Initials id={idOf(email)} name={name} />}
							loading={entering.isPending && entering.variables === id}
							disabled={entering.isPending}
							onClick={() => entering.mutate(id)}
						>
							{say(`demo.as.${role}`, { name })}
						</Button>
					</li>
				))}
			</ul>
			<Refused error={entering.error} />
		</section>
	);
}

function inOrder(people: People): People {
	const place = (role: Role) => roles.indexOf(role);
	return [...people].sort((one, other) => place(one.role) - place(other.role));
}

/** In the demonstration, people's addresses begin with their id on the rota: so each keeps their hue. */
function idOf(email: string): string {
	return email.split("@")[0] ?? email;
}
