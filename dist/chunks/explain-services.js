import { t as compareAll } from "./compare-all.js";
// src/profiles/explain-services.ts
/** The evidence, with the comparison of the profiles of each service. */
function explainServices(evidence, profiles, ownCodeOf) {
	return evidence.map((one) => {
		const own = profiles.filter(({ service }) => service === one.service);
		if (own.length === 0) return one;
		const read = own.flatMap(({ content, ...place }) => content.kind === "profile" ? [{
			...place,
			profile: content.profile
		}] : []);
		const refusals = own.flatMap(({ path, content }) => content.kind === "unreadable" ? [{
			path,
			problem: content.problem
		}] : []);
		return {
			...one,
			profiles: {
				comparisons: compareAll(read, ownCodeOf(one.service)),
				refusals
			}
		};
	});
}
export { explainServices };
