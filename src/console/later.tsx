import {
	Component,
	type ComponentType,
	type LazyExoticComponent,
	type ReactNode,
	Suspense,
} from "react";
import { LostPage } from "./plain-pages.tsx";

/** A page that is fetched when somebody goes there. */
export function Later<Props extends object>({
	page: Page,
	...props
}: {
	page: ComponentType<Props> | LazyExoticComponent<ComponentType<Props>>;
} & Props) {
	return (
		<IfLost page={Page}>
			<Suspense fallback={null}>
				<Page {...(props as unknown as Props)} />
			</Suspense>
		</IfLost>
	);
}

/** A page whose files are gone, because the service is a newer one by now or cannot be reached, is not left blank. */
class IfLost extends Component<
	{ page: unknown; children: ReactNode },
	{ isLost: boolean }
> {
	override state = { isLost: false };

	static getDerivedStateFromError() {
		return { isLost: true };
	}

	/** Another page may be there. */
	override componentDidUpdate({ page }: { page: unknown }) {
		if (page !== this.props.page && this.state.isLost)
			this.setState({ isLost: false });
	}

	override render() {
		return this.state.isLost ? <LostPage /> : this.props.children;
	}
}
