import { Button, Text, Title } from "@mantine/core";
import { type ReactNode, useId, useRef } from "react";
import styles from "./plan.module.css";
import { usePlan } from "./plan.tsx";
import { ProblemsAt } from "./problems-at.tsx";

/** A part of the page with its heading. */
export function Section({
	id,
	title,
	children,
}: {
	id: string;
	title: string;
	children: ReactNode;
}) {
	const heading = useId();
	return (
		<section id={id} aria-labelledby={heading} className={styles.section}>
			<Title order={2} id={heading} className={styles.sectionTitle ?? ""}>
				{title}
			</Title>
			{children}
		</section>
	);
}

/**
 * One thing of the rota as a sentence. Whoever may edit gets a button that opens its fields in place; what is wrong with it
 * stands beneath.
 */
export function Entry({
	place,
	name,
	children,
	editor,
	exactly = false,
}: {
	place: string;
	/** What is edited, for whoever hears the button only. */
	name: string;
	children: ReactNode;
	editor: () => ReactNode;
	/** Its parts tell of their own problems. */
	exactly?: boolean;
}) {
	const { desk, open, setOpen, say } = usePlan();
	const button = useRef<HTMLButtonElement>(null);
	const fields = useId();
	const isOpen = desk.canEdit && open.has(place);
	const close = () => {
		setOpen(place, false);
		button.current?.focus();
	};
	return (
		<div id={place} className={styles.entry} data-open={isOpen || undefined}>
			<div className={styles.sentence}>
				<div className={styles.words}>{children}</div>
				{desk.canEdit ? (
					<Button
						ref={button}
						variant="subtle"
						size="compact-md"
						aria-expanded={isOpen}
						aria-controls={isOpen ? fields : undefined}
						aria-label={say(isOpen ? "doneWhat" : "editWhat", { what: name })}
						onClick={() => (isOpen ? close() : setOpen(place, true))}
					>
						{isOpen ? say("done") : say("edit")}
					</Button>
				) : null}
			</div>
			<ProblemsAt
				place={place}
				exactly={exactly}
				except={isOpen ? toldInside : undefined}
			/>
			{isOpen ? (
				<fieldset id={fields} className={styles.editor}>
					<legend className={styles.legend}>{name}</legend>
					{editor()}
					<div>
						<Button variant="default" onClick={close}>
							{say("done")}
						</Button>
					</div>
				</fieldset>
			) : null}
		</div>
	);
}

/** A rule's field, and the windows within a layer, stand far from the sentence. */
const toldInside = /\.rrule$|\.during\[/;

/** What stands where there is nothing yet. */
export function Nothing({ children }: { children: ReactNode }) {
	return (
		<Text c="dimmed" className={styles.nothing ?? ""}>
			{children}
		</Text>
	);
}
