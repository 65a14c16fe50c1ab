import { r as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { $ as isOfBenchmark, $t as require_promises, At as names, B as require_posix, Bt as comparisonOf$1, C as shortCommit$1, Ct as code, Dt as joined, F as matchesName, Ft as text, Gt as seriesKey, Ht as isSameSeries, I as namesPaths, It as withValues, Jt as worseningOf, Kt as worseBounds, L as servicePolicy, Lt as withoutNumbers$1, M as isBlocking, Mt as saysService, N as isTouched, Nt as sentences$1, Ot as listed$1, P as limitFor, Pt as series, Q as areOfBenchmarks, R as addressOf, Rt as written, S as prose, St as capitalized, T as withPlainPipes, Tt as enumerated, Ut as messageName, Vt as isSameInService, Wt as seriesId, Z as QUANTITIES, Zt as require__builtin_path, _ as commit, _t as withoutExamples, a as markerLine, at as RATE, b as link, bt as largestOfEachService, ct as isBrowserFailures, d as candidateTitle, dt as isScriptedTime, et as measuredAs, f as placeName, ft as withoutSecrets, g as code$1, gt as readCommand, h as statisticName, ht as nearCommand, it as ITERATION_DURATION, j as defaultPolicy, jt as plainText, k as DEFAULT_SERVICE_POLICY, kt as name, l as PLAIN$1, m as statistic, mt as isPlaceholder, n as createProgress, nt as BYTES, ot as REQUEST_DURATION, p as seriesName, pt as withoutRunnerCommands, qt as worseBy, rt as COUNTER, s as MARKDOWN, st as builtInTraits, t as givenPercent, tt as quantityOf, u as candidateName, ut as isRequestTime, w as unbroken, wt as distinct, x as plain, xt as UserError, y as htmlCode, yt as blockedParts, z as withoutAddress, zt as compareText } from "./both.js";
import { c as readArguments, d as meantBy, f as require_fastest_levenshtein, l as requiredFlag, u as errorCode } from "./command-line.js";
// src/model/json-object.ts
var import_promises = require_promises();
var import__builtin_path = /* @__PURE__ */ __toESM(require__builtin_path(), 1);
/** Whether a value is a JSON object, and not null, an array or a plain value. */
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** The items of a list that are objects; empty if the value is not a list. */
function objects(value) {
	return Array.isArray(value) ? value.filter(isObject) : [];
}
function numberOr(value, otherwise) {
	return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
}
function textOr(value, otherwise) {
	return typeof value === "string" ? value : otherwise;
}
/** How deep a JSON text is nested. It is checked before parsing, because JSON.parse uses the stack for each level. */
function levelsOfJson(text) {
	let [level, deepest, isQuoted] = [
		0,
		0,
		false
	];
	for (let index = 0; index < text.length; index += 1) {
		const character = text.charCodeAt(index);
		if (isQuoted && character === 92) index += 1;
		else if (character === 34) isQuoted = !isQuoted;
		else if (isQuoted) continue;
		else if (character === 123 || character === 91) deepest = Math.max(deepest, ++level);
		else if (character === 125 || character === 93) level -= 1;
	}
	return deepest;
}
// src/formats/first-repeated.ts
/** The first name that is there twice. undefined: each is there once. */
function firstRepeated(names) {
	const seen = /* @__PURE__ */ new Set();
	for (const name of names) {
		if (seen.has(name)) return name;
		seen.add(name);
	}
}
// src/formats/foreign-json.ts
const LONGEST_QUOTE = 60;
/** The object at a path. Throws a UserError that names the path and the value found there. */
function objectAt(path, value) {
	if (isObject(value)) return value;
	throw new UserError(text`${path} is ${quote(value)}, where k6 writes an object. The file is damaged or was edited.`);
}
/**
* The number at a path, or null if the file has null, because k6 writes Infinity and NaN as null. Throws a UserError
* for text, true, false, an array or an object, which are never read as numbers.
*/
function numberAt(path, value) {
	if (typeof value === "number" || value === null) return value;
	throw new UserError(text`${path} is ${quote(value)}, where k6 writes a number. The file is damaged or was edited.`);
}
/** The text at a path, or null if the file has none. Throws a UserError for any other value. */
function textAt(path, value) {
	if (typeof value === "string") return value;
	if (value === void 0 || value === null) return null;
	throw new UserError(text`${path} is ${quote(value)}, where k6 writes text. The file is damaged or was edited.`);
}
/** A foreign value as a part of a message. */
function quote(value) {
	return name(quotedLine(value));
}
/** A foreign value as one short line without control characters. */
function quotedLine(value) {
	if (Array.isArray(value)) return value.length === 0 ? "[] (an empty list)" : "a list";
	if (isObject(value)) return "an object";
	const line = withoutSecrets(JSON.stringify(value) ?? "nothing").replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, "?");
	return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}
/** Joins a path and a key for a message: `metrics.http_reqs.count`. Unusual keys are quoted. */
function pathTo(parent, key) {
	return `${parent}.${/^[\w(){}:./=,-]{1,120}$/.test(key) ? withoutSecrets(key) : quotedLine(key)}`;
}
// node_modules/simple-statistics/dist/simple-statistics.mjs
/**
* Our default sum is the [Kahan-Babuska algorithm](https://pdfs.semanticscholar.org/1760/7d467cda1d0277ad272deb2113533131dc09.pdf).
* This method is an improvement over the classical
* [Kahan summation algorithm](https://en.wikipedia.org/wiki/Kahan_summation_algorithm).
* It aims at computing the sum of a list of numbers while correcting for
* floating-point errors. Traditionally, sums are calculated as many
* successive additions, each one with its own floating-point roundoff. These
* losses in precision add up as the number of numbers increases. This alternative
* algorithm is more accurate than the simple way of calculating sums by simple
* addition.
*
* This runs in `O(n)`, linear time, with respect to the length of the array.
*
* @param {Array<number>} x input
* @return {number} sum of all input numbers
* @example
* sum([1, 2, 3]); // => 6
*/
function sum$1(x) {
	if (x.length === 0) return 0;
	var sum = x[0];
	var correction = 0;
	var transition;
	if (typeof sum !== "number") return NaN;
	for (var i = 1; i < x.length; i++) {
		if (typeof x[i] !== "number") return NaN;
		transition = sum + x[i];
		if (Math.abs(sum) >= Math.abs(x[i])) correction += sum - transition + x[i];
		else correction += x[i] - transition + sum;
		sum = transition;
	}
	return sum + correction;
}
/**
* The mean, _also known as average_,
* is the sum of all values over the number of values.
* This is a [measure of central tendency](https://en.wikipedia.org/wiki/Central_tendency):
* a method of finding a typical or central value of a set of numbers.
*
* This runs in `O(n)`, linear time, with respect to the length of the array.
*
* @param {Array<number>} x sample of one or more data points
* @throws {Error} if the length of x is less than one
* @returns {number} mean
* @example
* mean([0, 10]); // => 5
*/
function mean(x) {
	if (x.length === 0) throw new Error("mean requires at least one data point");
	return sum$1(x) / x.length;
}
/**
* The sum of deviations to the Nth power.
* When n=2 it's the sum of squared deviations.
* When n=3 it's the sum of cubed deviations.
*
* @param {Array<number>} x
* @param {number} n power
* @returns {number} sum of nth power deviations
*
* @example
* var input = [1, 2, 3];
* // since the variance of a set is the mean squared
* // deviations, we can calculate that with sumNthPowerDeviations:
* sumNthPowerDeviations(input, 2) / input.length;
*/
function sumNthPowerDeviations(x, n) {
	var meanValue = mean(x);
	var sum = 0;
	var tempValue;
	var i;
	if (n === 2) for (i = 0; i < x.length; i++) {
		tempValue = x[i] - meanValue;
		sum += tempValue * tempValue;
	}
	else for (i = 0; i < x.length; i++) sum += Math.pow(x[i] - meanValue, n);
	return sum;
}
/**
* The [sample variance](https://en.wikipedia.org/wiki/Variance#Sample_variance)
* is the sum of squared deviations from the mean. The sample variance
* is distinguished from the variance by the usage of [Bessel's Correction](https://en.wikipedia.org/wiki/Bessel's_correction):
* instead of dividing the sum of squared deviations by the length of the input,
* it is divided by the length minus one. This corrects the bias in estimating
* a value from a set that you don't know if full.
*
* References:
* * [Wolfram MathWorld on Sample Variance](http://mathworld.wolfram.com/SampleVariance.html)
*
* @param {Array<number>} x a sample of two or more data points
* @throws {Error} if the length of x is less than 2
* @return {number} sample variance
* @example
* sampleVariance([1, 2, 3, 4, 5]); // => 2.5
*/
function sampleVariance(x) {
	if (x.length < 2) throw new Error("sampleVariance requires at least two data points");
	return sumNthPowerDeviations(x, 2) / (x.length - 1);
}
/**
* The [sample standard deviation](http://en.wikipedia.org/wiki/Standard_deviation#Sample_standard_deviation)
* is the square root of the sample variance.
*
* @param {Array<number>} x input array
* @returns {number} sample standard deviation
* @example
* sampleStandardDeviation([2, 4, 4, 4, 5, 5, 7, 9]).toFixed(2);
* // => '2.14'
*/
function sampleStandardDeviation(x) {
	var sampleVarianceX = sampleVariance(x);
	return Math.sqrt(sampleVarianceX);
}
/**
* This is the internal implementation of quantiles: when you know
* that the order is sorted, you don't need to re-sort it, and the computations
* are faster.
*
* This implements the linear interpolation method (type=7 in R/numpy),
* which is the default in numpy.percentile and R's quantile.
*
* @param {Array<number>} x sample of one or more data points
* @param {number} p desired quantile: a number between 0 to 1, inclusive
* @returns {number} quantile value
* @throws {Error} if p ix outside of the range from 0 to 1
* @throws {Error} if x is empty
* @example
* quantileSorted([3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20], 0.5); // => 9
*/
function quantileSorted(x, p) {
	var idx = (x.length - 1) * p;
	if (x.length === 0) throw new Error("quantile requires at least one data point.");
	else if (p < 0 || p > 1) throw new Error("quantiles must be between 0 and 1");
	else if (p === 1) return x[x.length - 1];
	else if (p === 0) return x[0];
	else if (idx % 1 !== 0) {
		var lower = Math.floor(idx);
		var upper = Math.ceil(idx);
		var fraction = idx - lower;
		return x[lower] + fraction * (x[upper] - x[lower]);
	} else return x[idx];
}
/**
* Rearrange items in `arr` so that all items in `[left, k]` range are the smallest.
* The `k`-th element will have the `(k - left + 1)`-th smallest value in `[left, right]`.
*
* Implements Floyd-Rivest selection algorithm https://en.wikipedia.org/wiki/Floyd-Rivest_algorithm
*
* @param {Array<number>} arr input array
* @param {number} k pivot index
* @param {number} [left] left index
* @param {number} [right] right index
* @returns {void} mutates input array
* @example
* var arr = [65, 28, 59, 33, 21, 56, 22, 95, 50, 12, 90, 53, 28, 77, 39];
* quickselect(arr, 8);
* // = [39, 28, 28, 33, 21, 12, 22, 50, 53, 56, 59, 65, 90, 77, 95]
*/
function quickselect(arr, k, left, right) {
	left = left || 0;
	right = right || arr.length - 1;
	while (right > left) {
		if (right - left > 600) {
			var n = right - left + 1;
			var m = k - left + 1;
			var z = Math.log(n);
			var s = .5 * Math.exp(2 * z / 3);
			var sd = .5 * Math.sqrt(z * s * (n - s) / n);
			if (m - n / 2 < 0) sd *= -1;
			quickselect(arr, k, Math.max(left, Math.floor(k - m * s / n + sd)), Math.min(right, Math.floor(k + (n - m) * s / n + sd)));
		}
		var t = arr[k];
		var i = left;
		var j = right;
		swap(arr, left, k);
		if (arr[right] > t) swap(arr, left, right);
		while (i < j) {
			swap(arr, i, j);
			i++;
			j--;
			while (arr[i] < t) i++;
			while (arr[j] > t) j--;
		}
		if (arr[left] === t) swap(arr, left, j);
		else {
			j++;
			swap(arr, j, right);
		}
		if (j <= k) left = j + 1;
		if (k <= j) right = j - 1;
	}
}
function swap(arr, i, j) {
	var tmp = arr[i];
	arr[i] = arr[j];
	arr[j] = tmp;
}
/**
* The [quantile](https://en.wikipedia.org/wiki/Quantile):
* this is a population quantile, since we assume to know the entire
* dataset in this library. This implementation uses linear interpolation,
* equivalent to R's type=7 and numpy's default percentile method.
*
* Sample is a one-dimensional array of numbers,
* and p is either a decimal number from 0 to 1 or an array of decimal
* numbers from 0 to 1.
* In terms of a k/q quantile, p = k/q - it's just dealing with fractions or dealing
* with decimal values.
* When p is an array, the result of the function is also an array containing the appropriate
* quantiles in input order
*
* @param {Array<number>} x sample of one or more numbers
* @param {Array<number> | number} p the desired quantile, as a number between 0 and 1
* @returns {number} quantile
* @example
* quantile([3, 6, 7, 8, 8, 9, 10, 13, 15, 16, 20], 0.5); // => 9
*/
function quantile(x, p) {
	var copy = x.slice();
	if (Array.isArray(p)) {
		multiQuantileSelect(copy, p);
		var results = [];
		for (var i = 0; i < p.length; i++) results[i] = quantileSorted(copy, p[i]);
		return results;
	} else {
		quantileSelect(copy, quantileIndex(copy.length, p), 0, copy.length - 1);
		return quantileSorted(copy, p);
	}
}
function quantileSelect(arr, k, left, right) {
	if (k % 1 === 0) quickselect(arr, k, left, right);
	else {
		k = Math.floor(k);
		quickselect(arr, k, left, right);
		quickselect(arr, k + 1, k + 1, right);
	}
}
function multiQuantileSelect(arr, p) {
	var positions = /* @__PURE__ */ new Set();
	for (var i = 0; i < p.length; i++) {
		var idx = quantileIndex(arr.length, p[i]);
		positions.add(Math.floor(idx));
		positions.add(Math.ceil(idx));
	}
	var indices = Array.from(positions).sort(compare$1);
	multiselect(arr, indices, 0, indices.length - 1, 0, arr.length - 1);
}
function multiselect(arr, indices, lo, hi, left, right) {
	if (lo > hi) return;
	var mid = lo + hi >> 1;
	quickselect(arr, indices[mid], left, right);
	multiselect(arr, indices, lo, mid - 1, left, indices[mid] - 1);
	multiselect(arr, indices, mid + 1, hi, indices[mid] + 1, right);
}
function compare$1(a, b) {
	return a - b;
}
function quantileIndex(len, p) {
	var idx = (len - 1) * p;
	if (p === 1) return len - 1;
	else if (p === 0) return 0;
	else if (idx % 1 !== 0) return idx;
	else return idx;
}
/**
* The [median](http://en.wikipedia.org/wiki/Median) is
* the middle number of a list. This is often a good indicator of 'the middle'
* when there are outliers that skew the `mean()` value.
* This is a [measure of central tendency](https://en.wikipedia.org/wiki/Central_tendency):
* a method of finding a typical or central value of a set of numbers.
*
* The median isn't necessarily one of the elements in the list: the value
* can be the average of two elements if the list has an even length
* and the two central values are different.
*
* @param {Array<number>} x input
* @returns {number} median value
* @example
* median([10, 2, 5, 100, 2, 1]); // => 3.5
*/
function median(x) {
	return +quantile(x, .5);
}
/**
* [Bayesian Classifier](http://en.wikipedia.org/wiki/Naive_Bayes_classifier)
*
* This is a naïve bayesian classifier that takes
* singly-nested objects.
*
* @class
* @example
* var bayes = new BayesianClassifier();
* bayes.train({
*   species: 'Cat'
* }, 'animal');
* var result = bayes.score({
*   species: 'Cat'
* })
* // result
* // {
* //   animal: 1
* // }
*/
var BayesianClassifier = function BayesianClassifier() {
	this.totalCount = 0;
	this.data = {};
};
/**
* Train the classifier with a new item, which has a single
* dimension of Javascript literal keys and values.
*
* @param {Object} item an object with singly-deep properties
* @param {string} category the category this item belongs to
* @return {undefined} adds the item to the classifier
*/
BayesianClassifier.prototype.train = function train(item, category) {
	if (!this.data[category]) this.data[category] = {};
	for (var k in item) {
		var v = item[k];
		if (this.data[category][k] === void 0) this.data[category][k] = {};
		if (this.data[category][k][v] === void 0) this.data[category][k][v] = 0;
		this.data[category][k][v]++;
	}
	this.totalCount++;
};
/**
* Generate a score of how well this item matches all
* possible categories based on its attributes
*
* @param {Object} item an item in the same format as with train
* @returns {Object} of probabilities that this item belongs to a
* given category.
*/
BayesianClassifier.prototype.score = function score(item) {
	var odds = {};
	var category;
	for (var k in item) {
		var v = item[k];
		for (category in this.data) {
			if (odds[category] === void 0) odds[category] = {};
			if (this.data[category][k]) odds[category][k + "_" + v] = (this.data[category][k][v] || 0) / this.totalCount;
			else odds[category][k + "_" + v] = 0;
		}
	}
	var oddsSums = {};
	for (category in odds) {
		oddsSums[category] = 0;
		for (var combination in odds[category]) oddsSums[category] += odds[category][combination];
	}
	return oddsSums;
};
var SQRT_2PI$1 = Math.sqrt(2 * Math.PI);
function cumulativeDistribution(z) {
	var sum = z;
	var tmp = z;
	for (var i = 1; i < 30; i++) {
		tmp *= z * z / (2 * i + 1);
		sum += tmp;
	}
	return Math.round((.5 + sum / SQRT_2PI$1 * Math.exp(-z * z / 2)) * 1e4) / 1e4;
}
/**
* A standard normal table, also called the unit normal table or Z table,
* is a mathematical table for the values of Φ (phi), which are the values of
* the [cumulative distribution function](https://en.wikipedia.org/wiki/Normal_distribution#Cumulative_distribution_function)
* of the normal distribution. It is used to find the probability that a
* statistic is observed below, above, or between values on the standard
* normal distribution, and by extension, any normal distribution.
*/
var standardNormalTable = [];
for (var z = 0; z <= 3.09; z += .01) standardNormalTable.push(cumulativeDistribution(z));
/**
* This is a single-layer [Perceptron Classifier](http://en.wikipedia.org/wiki/Perceptron) that takes
* arrays of numbers and predicts whether they should be classified
* as either 0 or 1 (negative or positive examples).
* @class
* @example
* // Create the model
* var p = new PerceptronModel();
* // Train the model with input with a diagonal boundary.
* for (var i = 0; i < 5; i++) {
*     p.train([1, 1], 1);
*     p.train([0, 1], 0);
*     p.train([1, 0], 0);
*     p.train([0, 0], 0);
* }
* p.predict([0, 0]); // 0
* p.predict([0, 1]); // 0
* p.predict([1, 0]); // 0
* p.predict([1, 1]); // 1
*/
var PerceptronModel = function PerceptronModel() {
	this.weights = [];
	this.bias = 0;
};
/**
* **Predict**: Use an array of features with the weight array and bias
* to predict whether an example is labeled 0 or 1.
*
* @param {Array<number>} features an array of features as numbers
* @returns {number|null} 1 if the score is over 0, otherwise 0; null if
* the model has not been trained on feature arrays of this length
*/
PerceptronModel.prototype.predict = function predict(features) {
	if (features.length !== this.weights.length) return null;
	var score = 0;
	for (var i = 0; i < this.weights.length; i++) score += this.weights[i] * features[i];
	score += this.bias;
	if (score > 0) return 1;
	else return 0;
};
/**
* **Train** the classifier with a new example, which is
* a numeric array of features and a 0 or 1 label.
*
* @param {Array<number>} features an array of features as numbers
* @param {number} label either 0 or 1
* @returns {PerceptronModel|null} this, or null if the label is not 0 or 1
*/
PerceptronModel.prototype.train = function train(features, label) {
	if (label !== 0 && label !== 1) return null;
	if (features.length !== this.weights.length) {
		this.weights = features.slice();
		this.bias = 1;
	}
	var prediction = this.predict(features);
	if (typeof prediction === "number" && prediction !== label) {
		var gradient = label - prediction;
		for (var i = 0; i < this.weights.length; i++) this.weights[i] += gradient * features[i];
		this.bias += gradient;
	}
	return this;
};
// src/formats/quantiles-in-place.ts
/**
* Quantiles by linear interpolation between order statistics (type 7), as k6 computes them: TrendSink.P in
* https://github.com/grafana/k6/blob/v2.2.0/metrics/sink.go. It rearranges the values and allocates no memory.
*
* @param values at least one
* @param probabilities from 0 to 1, ascending
*/
function quantilesInPlace(values, probabilities) {
	let placed = -1;
	const valueAt = (rank) => {
		if (rank > placed) quickselect(values, rank, Math.max(placed, 0));
		placed = Math.max(placed, rank);
		return values[rank] ?? NaN;
	};
	return probabilities.map((probability) => {
		const position = probability * (values.length - 1);
		const below = valueAt(Math.floor(position));
		return below + (valueAt(Math.ceil(position)) - below) * (position % 1);
	});
}
// src/formats/benchmark.ts
const UNITS$1 = {
	duration: "ms",
	"operation-rate": "per-second",
	allocations: "bytes"
};
/**
* A benchmark as a measurement of the whole service. Its metric is the name of the benchmark, because each benchmark is
* judged separately. Its observations share a process or a machine, so together they count as one number of the run.
* Their spread gives the standard error of that number.
*/
function benchmarkMeasurement({ name, quantity, central, observations, problem }) {
	const bad = observations.find((value) => !Number.isFinite(value) || value < 0 || value === 0 && quantity !== "allocations");
	const why = problem ?? (observations.length === 0 ? text`it measured nothing` : bad === void 0 ? null : text`${bad} is not a valid value`);
	const base = {
		metric: withoutSecrets(name),
		endpoint: null,
		kind: "trend",
		unit: UNITS$1[quantity],
		better: quantity === "operation-rate" ? "higher" : "lower",
		population: "all",
		quantity,
		...central === void 0 ? {} : { central }
	};
	if (why !== null) {
		const unusable = new Map(["avg", "p50"].map((stat) => [stat, why]));
		return {
			...base,
			sampleCount: observations.length,
			stats: /* @__PURE__ */ new Map(),
			unusable
		};
	}
	const mean = observations.reduce((sum, value) => sum + value, 0) / observations.length;
	const [median = mean] = quantilesInPlace(Float64Array.from(observations), [.5]);
	const squares = observations.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	const error = observations.length < 3 ? null : Math.sqrt(squares / (observations.length - 1) / observations.length);
	return {
		...base,
		sampleCount: observations.length,
		stats: /* @__PURE__ */ new Map([
			["avg", mean],
			["p50", median],
			["min", Math.min(...observations)],
			["max", Math.max(...observations)]
		]),
		unusable: /* @__PURE__ */ new Map(),
		...error === null || error === 0 ? {} : { standardErrors: /* @__PURE__ */ new Map([["avg", error], ["p50", error]]) }
	};
}
function requireOwnNames(measurements, tool) {
	const repeated = firstRepeated(measurements.map(({ metric }) => metric));
	if (repeated === void 0) return;
	throw new UserError(text`Two benchmarks of ${tool} are called ${quote(repeated)}, so it is not clear which of them is meant. Give each a name of its own.`);
}
/**
* The fields that all runs of benchmark runners share. Benchmarks are sorted by name, because their order in a file
* means nothing.
*/
function benchmarkRun(run) {
	requireOwnNames(run.measurements, run.tool);
	return {
		...run,
		durationMs: null,
		scriptHash: null,
		measurements: run.measurements.toSorted((left, right) => compareText(left.metric, right.metric)),
		thresholds: []
	};
}
// src/model/whole-file.ts
/** All chunks of a file in one array. null: the file has more bytes than are allowed. */
async function wholeFile(chunks, maxBytes) {
	const parts = [];
	let size = 0;
	for await (const chunk of chunks) {
		size += chunk.length;
		if (size > maxBytes) return null;
		parts.push(new Uint8Array(chunk));
	}
	const whole = new Uint8Array(size);
	let offset = 0;
	for (const part of parts) {
		whole.set(part, offset);
		offset += part.length;
	}
	return whole;
}
// src/formats/json-document.ts
/**
* A k6 summary has some kilobytes, or some megabytes if it contains a bundled script or setup data. A larger document
* is something else, and would take seconds because a document is read several times.
*/
const MAX_DOCUMENT_BYTES = 16777216;
/**
* k6 nests groups, and ten levels are many. JSON.stringify overflows the stack at some thousand levels, and JSON.parse
* gets slow at millions.
*/
const MAX_DEPTH = 200;
/**
* Small values take twenty times their bytes in memory, and a document is read several times. A digest of a thousand
* endpoints has fewer than 200,000 values, a summary of a thousand endpoints some ten thousand.
*/
const MAX_VALUES$1 = 25e4;
const QUOTE$4 = 34;
const COMMA = 44;
const OPENING_BRACKET = 91;
const CLOSING_BRACKET = 93;
const OPENING_BRACE$2 = 123;
const CLOSING_BRACE$1 = 125;
const UTF_16_PROBLEM = "The file is UTF-16 text, such as PowerShell writes with \">\". Let k6 write the file itself, with --summary-export or --out.";
/** The bytes as text without a byte order mark. Throws a UserError if they are not UTF-8. */
function decodeUtf8(bytes) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw new UserError("The file is not UTF-8 text, so it is not a result. It may be damaged, or compressed with something other than gzip.");
	}
}
/** The JSON value of a whole file, or undefined if the bytes are not valid JSON. Used to tell formats apart. */
function jsonValue(bytes) {
	if (!startsWithBracket(bytes)) return void 0;
	try {
		const json = decodeUtf8(bytes);
		return shapeProblem(json) === null ? JSON.parse(json) : void 0;
	} catch {
		return;
	}
}
/**
* All chunks as one JSON value. Throws a UserError if the document is too large, is not UTF-8 or not JSON, or repeats a
* key.
*/
async function readJsonDocument(chunks) {
	return parseJson(await joinChunks(chunks));
}
/** The JSON value of these bytes. Throws a UserError that says where the JSON is invalid. */
function parseJson(bytes) {
	const json = decodeUtf8(bytes);
	const problem = shapeProblem(json);
	if (problem !== null) throw new UserError(problem);
	let value;
	try {
		value = JSON.parse(json);
	} catch (error) {
		throw explainSyntax(json, error);
	}
	const repeated = findRepeatedKey(json);
	if (repeated === null) return value;
	throw new UserError(text`The name ${quote(repeated)} is twice in the same object, so it is not clear which value counts. k6 never writes this: the file was edited.`);
}
/** All chunks in one array. Throws a UserError if there are more than `MAX_DOCUMENT_BYTES`. */
async function joinChunks(chunks) {
	const whole = await wholeFile(chunks, MAX_DOCUMENT_BYTES);
	if (whole !== null) return whole;
	throw new UserError("The JSON document is larger than 16 MiB. A k6 summary has a few kilobytes: this is something else.");
}
/**
* Only the position is taken from the message of JSON.parse, because the message quotes the file, which may contain a
* secret.
*/
function explainSyntax(json, error) {
	const message = error instanceof Error ? error.message : "";
	const position = Number(/at position (\d+)/.exec(message)?.[1] ?? NaN);
	const bare = /[:[,]\s*(-?(?:NaN|Infinity|undefined))\b/.exec(json);
	if (/^(?:<{7}|={7}|>{7})(?: |$)/m.test(json)) return new UserError("The file holds conflict markers of a Git merge. Take one side, or measure again.");
	if (bare !== null) return new UserError(`The file holds ${bare[1]} where a number belongs. That is not JSON, and k6 never writes it.`);
	if (/end of JSON|[Uu]nterminated/.test(message) || position >= json.length) return new UserError(`The JSON ends in the middle, after ${json.length} character${json.length === 1 ? "" : "s"}: the file is truncated. Was the disk full, or the job cancelled while it was written?`);
	const where = Number.isNaN(position) ? "" : ` (character ${position + 1})`;
	return new UserError(`The file starts like JSON, but is not valid JSON${where}. It is damaged or was edited.`);
}
/**
* Checks depth and number of values before parsing. null: no problem. It does not check whether the text is valid JSON.
*/
function shapeProblem(json) {
	let depth = 0;
	let values = 0;
	for (let index = 0; index < json.length; index += 1) {
		const character = json.charCodeAt(index);
		if (character === QUOTE$4) index = endOfString(json, index) - 1;
		else if (character === COMMA) values += 1;
		else if (character === OPENING_BRACE$2 || character === OPENING_BRACKET) {
			depth += 1;
			values += 1;
		} else if (character === CLOSING_BRACE$1 || character === CLOSING_BRACKET) depth -= 1;
		if (depth > MAX_DEPTH) return `The JSON is nested more than ${MAX_DEPTH} levels deep, at character ${index + 1}. k6 never writes this: the file was made by something else.`;
		if (values > MAX_VALUES$1) return `The JSON holds more than ${MAX_VALUES$1} values. A k6 summary has some thousand: let setup() return less, and give requests a \`name\` tag.`;
	}
	return null;
}
/** The first key that appears twice in its object, or null. JSON.parse would silently use the last of them. */
function findRepeatedKey(json) {
	const open = [];
	for (let index = 0; index < json.length; index += 1) {
		const character = json[index];
		if (character === "{") open.push(/* @__PURE__ */ new Set());
		else if (character === "[") open.push(null);
		else if (character === "}" || character === "]") open.pop();
		if (character !== "\"") continue;
		const end = endOfString(json, index);
		const keys = open.at(-1);
		if (keys != null && nextToken(json, end) === ":") {
			const key = JSON.parse(json.slice(index, end));
			if (keys.has(key)) return key;
			keys.add(key);
		}
		index = end - 1;
	}
	return null;
}
/**
* The index after the closing quote of the string that starts at `start`, or after the end of the text if there is no
* closing quote.
*/
function endOfString(json, start) {
	let index = start + 1;
	while (index < json.length && json[index] !== "\"") index += json[index] === "\\" ? 2 : 1;
	return index + 1;
}
function nextToken(json, from) {
	let index = from;
	while (json[index] === " " || json[index] === "\n" || json[index] === "\r" || json[index] === "	") index += 1;
	return json[index];
}
function startsWithBracket(bytes) {
	let index = bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191 ? 3 : 0;
	while (bytes[index] === 32 || bytes[index] === 10 || bytes[index] === 13 || bytes[index] === 9) index += 1;
	return bytes[index] === OPENING_BRACE$2 || bytes[index] === OPENING_BRACKET;
}
// src/formats/read-options.ts
/** All samples count. A k6 test has more than 500 endpoints only if URLs are not grouped by a `name` tag. */
const DEFAULT_READ_OPTIONS = {
	excludeFirstMs: 0,
	excludeLastMs: 0,
	scenarios: null,
	tags: /* @__PURE__ */ new Map(),
	maxEndpoints: 500,
	endpointGroups: []
};
/** Whether the policy leaves out samples, which a summary cannot do. */
function narrowsSamples(options) {
	return selectionText(options) !== null;
}
/** The field of a run that says which samples were wanted and which were counted. No field if both are all samples. */
function selectionOf(options, applied) {
	const wanted = selectionText(options);
	return wanted === null && applied === null ? {} : { selection: {
		wanted,
		applied
	} };
}
/**
* A text for the samples that count: `without the first 30 s; scenarios main`. Equal texts mean equal samples. null:
* all samples count.
*/
function selectionText({ excludeFirstMs, excludeLastMs, scenarios, tags }) {
	const parts = [
		...excludeFirstMs > 0 ? [`without the first ${excludeFirstMs / 1e3} s`] : [],
		...excludeLastMs > 0 ? [`without the last ${excludeLastMs / 1e3} s`] : [],
		...scenarios === null ? [] : [`scenarios ${[...scenarios].sort().join(", ")}`],
		...[...tags].map(([tag, value]) => `tag ${tag}=${value}`).sort()
	];
	return parts.length === 0 ? null : parts.join("; ");
}
// src/formats/tool.ts
/** The exit codes that shells and systems report for a program that was ended by a signal: 128 plus its number. */
const SIGNALS = /* @__PURE__ */ new Map([
	[130, "it was interrupted, by Ctrl+C or by a cancelled job"],
	[137, "it was killed, often because the machine ran out of memory"],
	[143, "it was asked to stop by the system"]
]);
/** Exit codes as most tools use them: the given codes mean a complete run, and all other codes an incomplete run. */
function wholeWith(name, codes, others) {
	return (code) => codes.includes(code) ? { kind: "whole" } : {
		kind: "unusable",
		problem: text`${name} ended with exit code ${code}: ${SIGNALS.get(code) ?? others}. The run is not complete, so its numbers do not count. Measure again.`
	};
}
// src/formats/criterion.ts
const NAME$9 = "Criterion";
const tool$6 = {
	name: NAME$9,
	joins: true,
	asides: [{
		recognizes: (start) => /^Benchmarking \S.*(?:: Warming up|\n)/m.test(start),
		what: "The file is what Criterion prints.",
		advice: "Give the whole folder target/criterion."
	}, {
		recognizes: (start) => /^group,function,value,throughput_num,/.test(start),
		what: "The file is raw.csv of Criterion, which repeats the numbers of sample.json beside it.",
		advice: "Give the whole folder target/criterion."
	}],
	exitCode: wholeWith(NAME$9, [0], "a benchmark panicked, or it did not compile")
};
/**
* Criterion measures in nanoseconds unless a benchmark has its own measurement:
* https://github.com/bheisler/criterion.rs
*/
const MILLISECONDS$4 = {
	ns: 1e-6,
	us: .001,
	ms: 1,
	s: 1e3
};
const criterion = [{
	id: "criterion",
	tool: tool$6,
	title: "Criterion folder",
	content: "summary",
	recognizes: (prefix, json = () => jsonValue(prefix)) => kindOf$1(json()) !== null,
	parse: async () => {
		throw onlyInTree();
	},
	merge: async () => {
		throw onlyInTree();
	},
	readTree,
	treeFolder: "criterion"
}, {
	id: "criterion-messages",
	tool: tool$6,
	title: "cargo criterion --message-format=json",
	content: "summary",
	recognizes: (prefix) => /^\s*\{[^\n]*"reason"\s*:\s*"(?:benchmark|group)-complete"/.test(new TextDecoder().decode(prefix)),
	parse: async (chunks, options) => readMessages(decodeUtf8(await joinChunks(chunks)), options),
	merge: async () => {
		throw new UserError("Messages of cargo criterion cannot be merged. Give each run a folder of its own.");
	}
}];
function onlyInTree() {
	return new UserError("A single file of Criterion is not a result. Put the whole folder target/criterion into the folder of the run: run-1/criterion/.");
}
function kindOf$1(document) {
	if (!isObject(document)) return null;
	if ("full_id" in document && "directory_name" in document) return "benchmark";
	if ("sampling_mode" in document && "iters" in document) return "sample";
	return isObject(document.mean) && "point_estimate" in document.mean ? "estimates" : null;
}
async function readTree(files, options) {
	const folders = /* @__PURE__ */ new Map();
	for (const file of files) {
		const [, folder] = /^(.*)\/new\/[^/]+$/s.exec(file.path) ?? [];
		if (folder === void 0) continue;
		const document = parseJson(await joinChunks(file.open()));
		const kind = kindOf$1(document);
		if (kind === "benchmark" || kind === "sample") folders.set(folder, {
			...folders.get(folder),
			[kind]: document
		});
	}
	if (folders.size === 0) throw new UserError("The files of Criterion have no results of this run, which would be in folders called new. Give the whole folder target/criterion: a single file of it is not a result. cargo-criterion writes no folder new: let it print its messages with --message-format=json.");
	return {
		...benchmarkRun({
			format: "criterion",
			tool: NAME$9,
			toolVersion: null,
			measurements: [...folders].map(([folder, parts]) => measured(folder, parts)),
			notes: []
		}),
		mayBeOld: true,
		...selectionOf(options, null)
	};
}
function measured(folder, { benchmark, sample }) {
	const name = isObject(benchmark) ? benchmark.full_id : void 0;
	const last = folder.slice(folder.lastIndexOf("/") + 1);
	if (typeof name !== "string" || !isObject(sample)) throw new UserError(text`The benchmark in ${quote(last)} has no ${sample === void 0 ? "sample.json" : "benchmark.json"}: it was cut short. Look at the output of cargo bench, and measure again.`);
	return measurementOf$1(name, sample.iters, sample.times, "ns");
}
/**
* The mean of time divided by iterations, over all samples. The slope is not used: Criterion chooses the sampling mode
* anew in each run, and flat sampling has no slope, so two runs might have no common statistic.
*/
function measurementOf$1(name, iterations, times, unit) {
	const factor = typeof unit === "string" ? MILLISECONDS$4[unit] : void 0;
	if (factor === void 0) throw new UserError(text`The benchmark ${quote(name)} is measured in ${quote(unit)}. Only times are read: give other numbers as perf-gate-metrics.json.`);
	if (!Array.isArray(iterations) || !Array.isArray(times) || iterations.length !== times.length) throw new UserError(text`The benchmark ${quote(name)} does not have one time for each number of iterations. The file is damaged or was edited.`);
	return benchmarkMeasurement({
		name,
		quantity: "duration",
		central: "avg",
		observations: times.map((time, index) => Number(time) / Number(iterations[index]) * factor)
	});
}
function readMessages(text, options) {
	const measurements = text.split("\n").flatMap((line, index) => {
		if (line.trim() === "") return [];
		const message = jsonValue(new TextEncoder().encode(line));
		if (!isObject(message)) throw new UserError(`Line ${index + 1} is not a message of cargo criterion. The file is truncated, or other output is in it.`);
		if (message.reason !== "benchmark-complete") return [];
		const { id, iteration_count, measured_values, unit } = message;
		if (typeof id !== "string") throw new UserError(`The benchmark of line ${index + 1} has no id. The file is damaged or was edited.`);
		return [measurementOf$1(id, iteration_count, measured_values, unit)];
	});
	if (measurements.length === 0) throw new UserError("The messages of cargo criterion hold no benchmark: nothing was measured.");
	return {
		...benchmarkRun({
			format: "criterion-messages",
			tool: NAME$9,
			toolVersion: null,
			measurements,
			notes: []
		}),
		...selectionOf(options, null)
	};
}
// src/formats/byte-pattern.ts
/** Makes a pattern from a copy of these bytes. */
function bytePattern(bytes) {
	const copy = new Uint8Array(bytes);
	return {
		bytes: copy,
		view: viewOf(copy)
	};
}
/** Makes a pattern from the UTF-8 bytes of a text. */
function textPattern(text) {
	return bytePattern(new TextEncoder().encode(text));
}
function viewOf(bytes) {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
/** Whether the bytes of the pattern stand at this position of `bytes`. `view` is the view of `bytes`. */
function isAt(pattern, bytes, view, at) {
	return areAt(pattern.bytes, pattern.view, pattern.bytes.length, bytes, view, at);
}
/**
* Whether the first `length` bytes of `expected` stand at this position of `bytes`. Eight bytes at a time are compared
* as doubles. If their bits mean NaN, equal bytes count as different, which only costs time. The bits of 0 and -0 count
* as equal although they differ, but seven of their bytes are NUL, which no text here has.
*/
function areAt(expected, expectedView, length, bytes, view, at) {
	if (at + length > bytes.length) return false;
	let index = 0;
	for (; index + 8 <= length; index += 8) if (view.getFloat64(at + index, true) !== expectedView.getFloat64(index, true)) return false;
	for (; index < length; index += 1) if (bytes[at + index] !== expected[index]) return false;
	return true;
}
// src/formats/carried-bytes.ts
/** Spare room, so that a chunk which is a little longer than the first chunk does not need a new buffer. */
const SPARE_BYTES = 65536;
/**
* One buffer serves all chunks. A new buffer for each chunk would be filled with zeros first, which takes ten times as
* long as copying the chunk (150 ms instead of 13 ms for 1 GB in chunks of 512 KiB).
*/
function createCarriedBytes() {
	let buffer = /* @__PURE__ */ new Uint8Array();
	let left = 0;
	let current = buffer;
	function requireRoom(bytes) {
		if (bytes <= buffer.length) return;
		const larger = new Uint8Array(bytes + SPARE_BYTES);
		larger.set(buffer.subarray(0, left));
		buffer = larger;
	}
	return {
		followedBy(chunk) {
			if (left === 0) current = chunk;
			else {
				requireRoom(left + chunk.length);
				buffer.set(chunk, left);
				current = buffer.subarray(0, left + chunk.length);
			}
			return current;
		},
		leave(from) {
			const rest = current.subarray(from);
			left = 0;
			requireRoom(rest.length);
			buffer.set(rest);
			left = rest.length;
			return left;
		}
	};
}
// src/formats/gatling-binary.ts
const RUN$1 = 0;
const REQUEST$1 = 1;
const USER = 2;
const GROUP$1 = 3;
const ERROR = 4;
const MAX_RECORD_BYTES = 16777216;
/**
* The limit for all names together. Each name is kept, because a later record may refer to it. A short name takes more
* memory than its characters, so `NAME_CHARACTERS` are added for each name.
*/
const MAX_NAME_CHARACTERS$2 = 67108864;
const NAME_CHARACTERS$1 = 64;
/** Groups are blocks of a script, and no script nests them this deep. */
const MAX_GROUPS = 100;
/** The limit of the tree of places. If every request has its own name, remembering places is of no use. */
const MAX_PLACES = 5e4;
function createPlace(path) {
	return {
		path,
		inside: [],
		number: null
	};
}
/** The size of a usual request record: kind, number of groups (0), name, start, end, success and message. */
const USUAL_BYTES = 22;
/** Thrown if a record continues in the next chunk. The record is then read again from its start. */
const MORE = Symbol("more");
/**
* Streams the records of a binary `simulation.log`, big-endian:
*
*     0 run      str version, str class, i64 startMs, str description, i32 n × str scenario, i32 n × (i32 length, bytes) assertion
*     1 request  i32 n × cached group, cached name, i32 start, i32 end, bool ok, cached message
*     2 user     i32 scenario, bool isStart, i32 time
*     3 group    i32 n × cached group, i32 start, i32 end, i32 cumulated, bool ok
*     4 error    cached message, i32 time
*
* Times are milliseconds after the start of the run. A str is its length in bytes, the bytes, and, if there are any,
* their coding: 0 for Latin-1, 1 for UTF-16 (little-endian on the machines that run Gatling). A cached str is a number.
* A number of 0 or more is followed by a str and defines it; the negative number refers to that str later.
* https://github.com/gatling/gatling/blob/v3.15.1/gatling-charts/src/main/scala/io/gatling/charts/stats/LogFileReader.scala
*/
function createGatlingBinaryScanner(receiver, log) {
	const names = [];
	const carried = createCarriedBytes();
	let root = createPlace([]);
	let places = 0;
	let nameCharacters = 0;
	let bytes = /* @__PURE__ */ new Uint8Array();
	let view = viewOf(bytes);
	let left = 0;
	let at = 0;
	let startMs = NaN;
	let requests = 0;
	function push(chunk) {
		bytes = carried.followedBy(chunk);
		view = viewOf(bytes);
		let whole = 0;
		at = 0;
		try {
			while (at < bytes.length) {
				if (!readUsualRequest()) readRecord();
				whole = at;
			}
		} catch (error) {
			if (error !== MORE) throw error;
		}
		left = carried.leave(whole);
		if (left > MAX_RECORD_BYTES) throw new UserError("A record of the log is longer than 16 MiB. The file is damaged.");
	}
	function end() {
		if (left === 0 && !Number.isNaN(startMs)) return;
		throw new UserError(`The log ends in the middle of a record, after ${requests} whole requests: Gatling was killed while it wrote, or the disk was full. Measure again.`);
	}
	function readRecord() {
		const kind = byte();
		if (Number.isNaN(startMs) !== (kind === RUN$1)) throw damaged(kind);
		if (kind === RUN$1) readRun();
		else if (kind === REQUEST$1) readRequest();
		else if (kind === USER) readUser();
		else if (kind === GROUP$1) {
			repeat(cached);
			skip(13);
		} else if (kind === ERROR) {
			cached();
			skip(4);
		} else throw damaged(kind);
	}
	function readRun() {
		const version = text();
		text();
		skip(8);
		const since = Number(view.getBigInt64(at - 8));
		text();
		repeat(text);
		repeat(() => skip(length()));
		log.version = version;
		startMs = since;
	}
	function readRequest() {
		const groups = length();
		if (groups > MAX_GROUPS) throw new UserError(`A request of the log is in ${groups} groups. The file is damaged.`);
		const place = Array.from({ length: groups + 1 }, cached).reduce(placeIn, root);
		const from = integer();
		const to = integer();
		const isFailed = byte() === 0;
		cached();
		requests += 1;
		if (to < from) log.withoutEnd += 1;
		else receiver.add(numberOf(place), startMs + to, to - from, isFailed);
	}
	/**
	* Reads a request like nearly all: in no group, and with known names. Does the same as `readRequest`, twice as fast.
	*/
	function readUsualRequest() {
		if (at + USUAL_BYTES > bytes.length || bytes[at] !== REQUEST$1 || view.getInt32(at + 1) !== 0) return false;
		const name = view.getInt32(at + 5);
		const from = view.getInt32(at + 9);
		const to = view.getInt32(at + 13);
		const message = view.getInt32(at + 18);
		if (name >= 0 || message >= 0 || to < from) return false;
		const place = root.inside[-name];
		if (place === void 0 || names[-message] === void 0) return false;
		receiver.add(numberOf(place), startMs + to, to - from, bytes[at + 17] === 0);
		requests += 1;
		at += USUAL_BYTES;
		return true;
	}
	/**
	* The place of a group or request inside another place. The path has the groups first and the name of the request
	* last.
	*/
	function placeIn(place, name) {
		const known = place.inside[name];
		if (known !== void 0) return known;
		if (places >= MAX_PLACES) {
			root = createPlace([]);
			places = 0;
		}
		const created = createPlace([...place.path, names[name] ?? ""]);
		place.inside[name] = created;
		places += 1;
		return created;
	}
	function numberOf(place) {
		place.number ??= receiver.numberOf(place.path.join(" / "));
		return place.number;
	}
	function readUser() {
		skip(4);
		const isStart = byte() !== 0;
		skip(4);
		if (isStart) log.started += 1;
		else log.ended += 1;
	}
	/** Reads a cached str and returns its number. */
	function cached() {
		const index = integer();
		if (index >= 0) {
			remember(index, text());
			return index;
		}
		if (names[-index] !== void 0) return -index;
		throw new UserError(`The log refers to a name that it did not define, at request ${requests + 1}. The file is damaged.`);
	}
	function remember(index, name) {
		const known = names[index];
		if (known === name) return;
		if (known !== void 0) root = createPlace([]);
		names[index] = name;
		nameCharacters += name.length + NAME_CHARACTERS$1;
		if (nameCharacters > MAX_NAME_CHARACTERS$2) throw new UserError("The log has more than 64 MiB of names and messages. Give requests names without ids, and errors messages without them.");
	}
	function text() {
		const size = length();
		if (size === 0) return "";
		skip(size);
		const from = at - size;
		return new TextDecoder(byte() === 0 ? "latin1" : "utf-16le").decode(bytes.subarray(from, from + size));
	}
	function repeat(read) {
		for (let left = length(); left > 0; left -= 1) read();
	}
	/** Reads a length in bytes, or a number of entries. */
	function length() {
		const value = integer();
		if (value < 0 || value > MAX_RECORD_BYTES) throw new UserError(`The log has a length of ${value}, at request ${requests + 1}. The file is damaged.`);
		return value;
	}
	function integer() {
		skip(4);
		return view.getInt32(at - 4);
	}
	function byte() {
		skip(1);
		return view.getUint8(at - 1);
	}
	function skip(count) {
		if (at + count > bytes.length) throw MORE;
		at += count;
	}
	function damaged(kind) {
		return new UserError(`The log has a record of the kind ${kind} after ${requests} requests, which Gatling does not write. The file is damaged, or of a version that is not known.`);
	}
	return {
		push,
		end
	};
}
// src/formats/fast-rows.ts
const NEWLINE$4 = 10;
const QUOTE$3 = 34;
/** A value that no byte has. */
const NEVER = -1;
const NOTHING$1 = /* @__PURE__ */ new Uint8Array();
/** The slow reader refuses rows of more than 1 MiB characters, and a character has at most four bytes. */
const MAX_ROW_BYTES = 4194304;
/**
* Reads plain rows (ASCII, no quotes) directly from the bytes. Nearly all rows are plain, and this is several times as
* fast as making texts of them. `slow` reads the others.
*/
function createFastRows({ hasQuotes, read }, slow) {
	const quote = hasQuotes ? QUOTE$3 : NEVER;
	const carried = createCarriedBytes();
	function push(chunk) {
		const bytes = carried.followedBy(chunk);
		const view = viewOf(bytes);
		let at = 0;
		for (let end = readRow(bytes, view, at); end > 0; end = readRow(bytes, view, at)) at = end;
		if (carried.leave(at) > MAX_ROW_BYTES) slow.push(carried.followedBy(NOTHING$1));
	}
	/** Returns where the next row starts, or 0 if the row does not end in these bytes. */
	function readRow(bytes, view, start) {
		const end = read(bytes, view, start);
		if (end > 0) {
			slow.skipRow();
			return end;
		}
		const slowEnd = endOfRow$1(bytes, start, quote);
		if (slowEnd > 0) slow.push(bytes.subarray(start, slowEnd));
		return slowEnd;
	}
	function end() {
		slow.push(carried.followedBy(NOTHING$1));
		slow.end();
	}
	return {
		push,
		end
	};
}
/**
* The position after the line break that ends the row, which has an even number of quotes before it. 0 if there is
* none.
*/
function endOfRow$1(bytes, start, quote) {
	let isOpen = false;
	for (let at = start; at < bytes.length; at += 1) if (bytes[at] === quote) isOpen = !isOpen;
	else if (bytes[at] === NEWLINE$4 && !isOpen) return at + 1;
	return 0;
}
// src/formats/field-memory.ts
const NEWLINE$3 = 10;
const NOT_ASCII$2 = 128;
/**
* Far more places than a load test has names. If all places for a text are taken, the text replaces another text, which
* only costs time.
*/
const PLACES = 8192;
const TRIES = 8;
/**
* Remembers which value stands for the bytes of some fields, so that a text is made once per name instead of once per
* row. The table is open-addressed: texts with the same hash take the next places. It takes a third less time than a
* Map.
*/
function createFieldMemory(delimiter, fields, know) {
	const remembered = [];
	for (let place = 0; place < PLACES; place += 1) remembered.push(void 0);
	const highest = Math.max(delimiter, NEWLINE$3);
	const memory = {
		find,
		end: 0,
		known
	};
	const found = {
		start: 0,
		hash: 0
	};
	function find(bytes, start) {
		const { length } = bytes;
		let left = fields;
		let hash = 0;
		for (let at = start; at < length; at += 1) {
			const byte = bytes[at] ?? 0;
			if (byte <= highest || byte >= NOT_ASCII$2) {
				if (byte === delimiter) left -= 1;
				else if (byte === NEWLINE$3 || byte >= NOT_ASCII$2) return false;
				if (left === 0) {
					memory.end = at;
					found.start = start;
					found.hash = hash ^ hash >>> 16;
					return true;
				}
			}
			hash = Math.imul(hash, 31) + byte | 0;
		}
		return false;
	}
	function known(bytes, view) {
		const { start, hash } = found;
		const length = memory.end - start;
		for (let tries = 0; tries < TRIES; tries += 1) {
			const place = hash + tries & 8191;
			const one = remembered[place];
			if (one === void 0) return remember(place, bytes);
			if (one.pattern.bytes.length === length && isAt(one.pattern, bytes, view, start)) return one.known;
		}
		return remember(hash & 8191, bytes);
	}
	function remember(place, bytes) {
		const own = bytes.subarray(found.start, memory.end);
		const created = know(...String.fromCharCode(...own).split(String.fromCharCode(delimiter)));
		remembered[place] = {
			pattern: bytePattern(own),
			known: created
		};
		return created;
	}
	return memory;
}
// src/formats/row-fields.ts
const NEWLINE$2 = 10;
const RETURN$1 = 13;
const QUOTE$2 = 34;
const NOT_ASCII$1 = 128;
const ZERO = 48;
/** A number with more digits may not fit into a double exactly. */
const MAX_DIGITS = 15;
/** The limit of fields. JMeter writes some 20. */
const MAX_FIELDS = 64;
function createRowFields() {
	return {
		bytes: /* @__PURE__ */ new Uint8Array(),
		count: 0,
		starts: /* @__PURE__ */ new Uint32Array(65)
	};
}
/**
* Finds the fields of the row that starts here. Returns where the next row starts, or 0 if the row has a quote, a
* character that is not ASCII, too many fields or no end.
*/
function findFields(fields, bytes, start, delimiter) {
	const { starts } = fields;
	const { length } = bytes;
	const highest = Math.max(delimiter, QUOTE$2);
	fields.bytes = bytes;
	let count = 1;
	starts[0] = start;
	for (let at = start; at < length; at += 1) {
		const byte = bytes[at] ?? 0;
		if (byte > highest && byte < NOT_ASCII$1) continue;
		if (byte === delimiter) {
			if (count === MAX_FIELDS) return 0;
			starts[count] = at + 1;
			count += 1;
		} else if (byte === NEWLINE$2) {
			starts[count] = at > start && bytes[at - 1] === RETURN$1 ? at : at + 1;
			fields.count = count;
			return at + 1;
		} else if (byte === QUOTE$2 || byte >= NOT_ASCII$1) return 0;
	}
	return 0;
}
function fieldStart({ starts }, field) {
	return starts[field] ?? 0;
}
function fieldLength({ starts }, field) {
	return (starts[field + 1] ?? 0) - (starts[field] ?? 0) - 1;
}
/** The number in a field. -1 if the field has anything besides digits. */
function wholeNumberAt(fields, field) {
	const length = fieldLength(fields, field);
	if (length <= 0 || length > MAX_DIGITS) return -1;
	return wholeNumber(fields.bytes, fieldStart(fields, field), length);
}
/** The number that these bytes write. -1 if any of them is not a digit. */
function wholeNumber(bytes, start, length) {
	let value = 0;
	for (let at = start; at < start + length; at += 1) {
		const digit = (bytes[at] ?? 0) - ZERO;
		if (digit < 0 || digit > 9) return -1;
		value = value * 10 + digit;
	}
	return value;
}
// src/formats/gatling-times.ts
const TAB$1 = 9;
/** Milliseconds since 1970 have 13 digits from the year 2001 to 2286. */
const DIGITS = 13;
const HEAD = 8;
const TAIL$1 = 5;
/**
* Reads the start and the end of a request. The first eight digits of a time change only every 100 seconds. They are
* compared as one double with those of the last time; digits are never the bits of NaN. Only five digits are left to
* read, which takes a third of the time of all 13.
*/
function createGatlingTimes() {
	const last = {
		head: 0,
		headMs: 0
	};
	const times = {
		read,
		endMs: 0
	};
	function read(bytes, view, start) {
		const end = start + DIGITS + 1;
		if (end + DIGITS >= bytes.length || bytes[end - 1] !== TAB$1 || bytes[end + DIGITS] !== TAB$1) return -1;
		if (view.getFloat64(start) !== last.head || view.getFloat64(end) !== last.head) return readWhole(bytes, view, start);
		const fromMs = wholeNumber(bytes, start + HEAD, TAIL$1);
		const toMs = wholeNumber(bytes, end + HEAD, TAIL$1);
		if (fromMs < 0 || toMs < fromMs) return -1;
		times.endMs = last.headMs + toMs;
		return toMs - fromMs;
	}
	function readWhole(bytes, view, start) {
		const end = start + DIGITS + 1;
		const fromMs = wholeNumber(bytes, start, DIGITS);
		const toMs = wholeNumber(bytes, end, DIGITS);
		if (fromMs < 0 || toMs < fromMs) return -1;
		last.head = view.getFloat64(end);
		last.headMs = toMs - toMs % 10 ** TAIL$1;
		times.endMs = toMs;
		return toMs - fromMs;
	}
	return times;
}
// src/formats/utf8-pieces.ts
/**
* Decodes a file piece by piece, because a character may be split between two pieces. The call without bytes ends the
* file. Throws a UserError if the bytes are not UTF-8.
*
* @param place where the reader is, for the message: `, after row 3`
*/
function utf8Pieces(place = () => "") {
	const decoder = new TextDecoder("utf-8", { fatal: true });
	return (bytes) => {
		try {
			return decoder.decode(bytes, { stream: bytes !== void 0 });
		} catch {
			throw new UserError(`The file is not UTF-8 text${place()}. It is damaged.`);
		}
	};
}
// src/formats/text-lines.ts
const MAX_LINE_CHARACTERS = 1048576;
/**
* Reads text of any size line by line. Each line ends with a line break, so a last line without a line break was cut.
*/
function createTextLines(read) {
	const decode = utf8Pieces(() => `, after line ${lines}`);
	let carried = "";
	let lines = 0;
	function take(added) {
		const text = carried + added;
		let start = 0;
		for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
			lines += 1;
			read(text.slice(start, text[end - 1] === "\r" && end > start ? end - 1 : end), lines);
			start = end + 1;
		}
		carried = text.slice(start);
		if (carried.length > MAX_LINE_CHARACTERS) throw new UserError(`Line ${lines + 1} is longer than 1 MiB. The file is damaged.`);
	}
	function end() {
		take(decode());
		if (carried !== "") throw new UserError(`The last line, ${lines + 1}, has no end. The file is truncated: was the tool killed while it wrote, or the disk full?`);
	}
	return {
		push: (chunk) => take(decode(chunk)),
		end,
		skipRow() {
			lines += 1;
		}
	};
}
// src/formats/gatling-text.ts
const TAB = 9;
const NEWLINE$1 = 10;
const NOT_ASCII = 128;
/** The two letters of a status as one 16-bit number. */
const OK = 20299;
const KO = 19279;
const REQUEST = textPattern("REQUEST	");
/**
* Streams the lines of a text `simulation.log`. A request has these fields with tabs between them: REQUEST, groups,
* name, start, end, OK or KO, message.
* https://github.com/gatling/gatling/blob/v3.12.0/gatling-core/src/main/scala/io/gatling/core/stats/writer/LogFileDataWriter.scala
*/
function createGatlingTextScanner(receiver, log) {
	const names = createFieldMemory(TAB, 2, (groups = "", name = "") => receiver.numberOf(nameOf$3(groups, name)));
	const times = createGatlingTimes();
	/** Reads a request line of the usual shape. Its message is skipped. */
	function readFast(bytes, view, start) {
		if (log.version === null || !isAt(REQUEST, bytes, view, start)) return 0;
		if (!names.find(bytes, start + REQUEST.bytes.length)) return 0;
		const durationMs = times.read(bytes, view, names.end + 1);
		const status = names.end + 1 + 28;
		if (durationMs < 0 || status + 2 >= bytes.length || bytes[status + 2] !== TAB) return 0;
		const result = view.getInt16(status);
		if (result !== OK && result !== KO) return 0;
		const end = endOfLine(bytes, status + 3);
		if (end > 0) receiver.add(names.known(bytes, view), times.endMs, durationMs, result === KO);
		return end;
	}
	const slow = createTextLines((line, number) => {
		const fields = line.split("	");
		if (fields[0] === "REQUEST") readRequest(fields, number, receiver);
		else if (fields[0] === "USER") {
			if (fields.includes("START")) log.started += 1;
			else if (fields.includes("END")) log.ended += 1;
		} else if (fields[0] === "RUN") {
			if (log.version !== null) throw new UserError(`Line ${number} begins a second run in the same log. Give each run a folder of its own.`);
			log.version = fields[5]?.trim() ?? "";
		} else if (!/^(?:GROUP|ERROR|ASSERTION|)$/.test(fields[0] ?? "")) throw new UserError(text`Line ${number} of the log begins with ${quote(fields[0])}, which Gatling does not write. The file is damaged.`);
	});
	return createFastRows({
		hasQuotes: false,
		read: readFast
	}, slow);
}
/** The position after the line break. 0 if there is none, or if the line is not ASCII. */
function endOfLine(bytes, start) {
	for (let at = start; at < bytes.length; at += 1) {
		const byte = bytes[at] ?? 0;
		if (byte === NEWLINE$1) return at + 1;
		if (byte >= NOT_ASCII) break;
	}
	return 0;
}
function nameOf$3(groups, name) {
	return [...groups.split(",").filter((group) => group !== ""), name].join(" / ");
}
/** Fields are counted backwards from the status, because older versions have scenario and user before the groups. */
function readRequest(fields, line, receiver) {
	const status = fields.findIndex((field, index) => index >= 5 && (field === "OK" || field === "KO"));
	const [groups = "", name = "", start = "", end = ""] = status < 0 ? [] : fields.slice(status - 4, status);
	if (!/^\d{12,14}$/.test(start) || !/^\d{12,14}$/.test(end) || Number(end) < Number(start)) throw new UserError(`Line ${line} is a request without a start, an end and OK or KO. The file is damaged.`);
	const number = receiver.numberOf(nameOf$3(groups, name));
	receiver.add(number, Number(end), Number(end) - Number(start), fields[status] === "KO");
}
// src/model/numbers.ts
/** Numbers in words, the same everywhere: in findings, tables, plots and the status. */
/** The text for a number that is not known. */
const UNKNOWN$3 = "unknown";
/** `105.0 ms`: four digits that count, so that 105.0 is told from 104.9. */
function formatMs(durationMs) {
	return formatValue(durationMs, "ms");
}
/** Beyond this, the size of a change says nothing more: what was almost nothing before became something. */
const MOST_RATIO = 1e4;
const MOST_PERCENT = "1,000,000 %";
/**
* `+8.3 %` for 0.083, `0.0 %` for nothing. With a limit, as many digits as it takes to tell the two apart: 0.05001 against
* a limit of 0.05 is `+5.001 %`.
*/
function formatRatio(changeRatio, limitRatio = null) {
	if (!Number.isFinite(changeRatio)) return UNKNOWN$3;
	if (changeRatio > MOST_RATIO) return `more than +${MOST_PERCENT}`;
	const text = percent$2(changeRatio, limitRatio);
	return changeRatio > 0 && Number(text.replaceAll(",", "")) > 0 ? `+${text} %` : `${text} %`;
}
/** `8.3 %` for 0.083 and for -0.083, when a word gives the direction. */
function formatSize(changeRatio, limitRatio = null) {
	if (!Number.isFinite(changeRatio)) return UNKNOWN$3;
	if (Math.abs(changeRatio) > MOST_RATIO) return `more than ${MOST_PERCENT}`;
	return `${percent$2(Math.abs(changeRatio), limitRatio)} %`;
}
/** `5 %`, `7.5 %`: a limit, as short as in the policy. */
function formatLimit(limitRatio) {
	return `${trimmed(limitRatio * 100, 4)} %`;
}
/** `+5 %` for a latency, `-5 %` for a throughput: with the sign of the direction that the limit forbids. */
function formatSignedLimit(limitRatio, better) {
	return `${better === "higher" ? "-" : "+"}${formatLimit(limitRatio)}`;
}
/** `+8.3 % (+5.1 % … +11.6 %)`: the best estimate and its two one-sided bounds. */
function formatChange(estimate, limitRatio = null) {
	const { changeRatio, lower, upper } = estimate;
	return `${formatRatio(changeRatio, limitRatio)} (${formatRatio(lower)} … ${formatRatio(upper)})`;
}
/** `plausibly between +7.3 % and +14.4 %`. */
function formatInterval({ lower, upper }) {
	return `plausibly between ${formatRatio(lower)} and ${formatRatio(upper)}`;
}
/** A measured value with its unit. A ratio is a share: 0.0012 is `0.12 %`. `size`: the number by whose size the unit is chosen. */
function formatValue(value, unit, digits = 4, size = Math.abs(value ?? 0)) {
	if (value === null || !Number.isFinite(value)) return UNKNOWN$3;
	switch (unit) {
		case "ms": return formatTime(value, digits, size);
		case "ratio": return `${trimmed(value * 100, digits)} %`;
		case "per-second": return `${significant(value, digits)}/s`;
		case "bytes": return formatBytes(value, digits, size);
		case "bytes-per-second": return `${formatBytes(value, digits, size)}/s`;
		case "count":
		case "none": return trimmed(value, digits);
	}
}
/**
* `76.00 ms ± 1.0 ms`: a value that moves in steps. `beside`: the other side of the row. Both are in the unit of the larger one, because
* 99.90 µs beside 0.1001 ms looks like a thousand times as much.
*/
function formatStepped(value, unit, step, beside = null) {
	const text = formatValue(value, unit, 4, Math.max(Math.abs(value ?? 0), Math.abs(beside ?? 0)));
	return step === void 0 || value === null ? text : `${text} ± ${formatValue(step, unit, 2)}`;
}
/** As `formatValue`, with as many digits as it takes to tell a value from another that stands beside it, such as a limit. */
function formatBeside(value, unit, beside, digits = 4) {
	const text = formatValue(value, unit, digits);
	return value === beside || digits >= 12 || text !== formatValue(beside, unit, digits) ? text : formatBeside(value, unit, beside, digits + 1);
}
/** `+0.30 pp`: the difference of two shares, in percentage points. A relative change of an error rate says little. */
function formatPoints(baseline, candidate) {
	const points = (candidate - baseline) * 100;
	const text = fixed(points, 2);
	return points > 0 && Number(text) > 0 ? `+${text} pp` : `${text} pp`;
}
/** A limit in percentage points: `1 pp` for 0.01. */
function formatLimitPoints(limitRatio) {
	return `${trimmed(limitRatio * 100, 4)} pp`;
}
/** `about 1 time in 790`: how often chance alone would cause this. Never zero. */
function formatChance(pValue) {
	if (pValue < 1e-4) return "less than 1 time in 10,000";
	if (pValue > .4) return "about every second time";
	return `about 1 time in ${fixed(Number((1 / pValue).toPrecision(2)), 0)}`;
}
/** `1 min 30 s`. */
function formatDuration(durationMs) {
	if (durationMs < 6e4) return `${trimmed(durationMs / 1e3, 3)} s`;
	const seconds = Math.round(durationMs / 1e3);
	return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** `1 run`, `3 runs`. */
function count(number, one, many = `${one}s`) {
	return `${fixed(number, 0)} ${number === 1 ? one : many}`;
}
/** `14 days`, `36 hours`. */
function formatAge(ms) {
	const hours = ms / 36e5;
	return hours % 24 === 0 ? count(hours / 24, "day") : count(hours, "hour");
}
/** The first of these texts, and how many more there are: `a`, `b`, `3 more`. */
function firstOf(texts, most) {
	const hidden = texts.length - most;
	return hidden > 0 ? [...texts.slice(0, most), `${hidden} more`] : texts;
}
/** `a`, `a and b`, `a, b and c`. */
function listed(parts, word = "and") {
	return parts.length < 2 ? parts[0] ?? "" : `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`;
}
/** One decimal; more if the text would otherwise equal the limit although the number differs. From 1,000 % on, four digits that count. */
function percent$2(changeRatio, limitRatio) {
	const value = changeRatio * 100;
	if (Math.abs(value) >= 1e3) return fixed(Number(value.toPrecision(4)), 0);
	const limit = limitRatio === null ? NaN : limitRatio * 100;
	const isLimit = Math.abs(Math.abs(value) - limit) < 1e-9;
	for (let decimals = 1; decimals < 8 && !isLimit; decimals++) if (fixed(Math.abs(value), decimals) !== fixed(limit, decimals)) return fixed(value, decimals);
	return fixed(value, isLimit ? 1 : 8);
}
/** The size from which a unit is used, and how many of the unit are a millisecond. */
const TIME_UNITS = [
	[
		6e5,
		1 / 6e4,
		"min"
	],
	[
		1e4,
		.001,
		"s"
	],
	[
		.1,
		1,
		"ms"
	],
	[
		.001,
		1e3,
		"µs"
	],
	[
		0,
		1e6,
		"ns"
	]
];
/** Benchmarks take nanoseconds and jobs take minutes, and both 0.000012 ms and 1,250,000 ms are hard to read, so the unit is chosen by size. */
function formatTime(durationMs, digits, size) {
	const [, perMs, unit] = (size === 0 ? void 0 : TIME_UNITS.find(([from]) => size >= from)) ?? [
		0,
		1,
		"ms"
	];
	return `${significant(durationMs * perMs, digits)} ${unit}`;
}
const BINARY_UNITS = [
	"B",
	"KiB",
	"MiB",
	"GiB",
	"TiB"
];
function formatBytes(bytes, digits, size) {
	const power = size < 1 ? 0 : Math.min(Math.floor(Math.log2(size) / 10), BINARY_UNITS.length - 1);
	return `${trimmed(bytes / 1024 ** power, digits)} ${BINARY_UNITS[power]}`;
}
/** With this many digits that count, and never fewer than its whole digits: 12,345 stays 12,345. */
function significant(value, digits) {
	return fixed(value, decimalsFor(value, digits));
}
/** As `significant`, without zeros at the end. */
function trimmed(value, digits) {
	const text = fixed(value, decimalsFor(value, digits));
	return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
function decimalsFor(value, digits) {
	if (value === 0) return 0;
	return Math.min(Math.max(digits - 1 - Math.floor(Math.log10(Math.abs(value))), 0), 12);
}
/** Written by hand, because `toLocaleString` takes 40 times as long and a report has tens of thousands of numbers. */
function fixed(value, decimals) {
	const [whole = "", fraction] = value.toFixed(decimals).split(".");
	const grouped = whole.length <= 3 ? whole : whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
	const text = fraction === void 0 ? grouped : `${grouped}.${fraction}`;
	return /^-[0.]+$/.test(text) ? text.slice(1) : text;
}
// src/formats/began-at.ts
/** The latest time that a JavaScript date can hold: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const LAST_MS = 864e13;
/**
* The field of a run for the start of its load, in milliseconds since 1970. No field if the number is not a valid time.
*/
function beganAt(timeMs) {
	return timeMs !== null && timeMs > 0 && timeMs <= LAST_MS ? { beganAtMs: timeMs } : {};
}
/** The field for the start of the load, from a date as text. No field if the date has no time zone. */
function beganOn(date) {
	return beganAt(/(?:Z|[+-]\d\d:\d\d)$/.test(date ?? "") ? Date.parse(date ?? "") : null);
}
// src/formats/by-series.ts
/** Sorts by name, because the order of metrics in a file means nothing. */
function bySeries(left, right) {
	return compareText(left.metric, right.metric) || compareText(left.endpoint ?? "", right.endpoint ?? "");
}
// src/formats/distribution.ts
/** The shares of requests for which a distribution has a value. They are closest where requests are slow. */
const SHARES = [...Array.from({ length: 19 }, (_, index) => index / 20), ...[
	.95,
	.96,
	.97,
	.98,
	.985,
	.99,
	.995,
	.999,
	1
]];
/** The distribution of these samples, or null if there are none. It rearranges the samples. */
function distributionOf(samples) {
	if (samples.count === 0) return null;
	const values = samples.quantiles(SHARES);
	return SHARES.map((share, index) => ({
		share,
		valueMs: values[index] ?? NaN
	}));
}
/** The distribution in a histogram, or null if the histogram is empty. */
function distributionOfHistogram(histogram) {
	if (histogram.count() === 0) return null;
	return SHARES.map((share) => ({
		share,
		valueMs: histogram.quantileMs(share)
	}));
}
// src/formats/k6-metrics.ts
/**
* The traits of any metric. `contains` is k6's word for the values of a custom metric
* (https://grafana.com/docs/k6/latest/javascript-api/k6-metrics/trend/), or null if the file does not have it. For
* custom metrics, the better direction is known in two cases: a shorter time is better, and the name of a share or
* counter may tell.
*/
function traitsOf(metric, kind, contains) {
	const builtIn = builtInTraits(metric);
	if (builtIn !== null) return builtIn;
	if (kind === "counter") return {
		...contains === "data" ? BYTES : COUNTER,
		better: directionInName(metric)
	};
	if (kind === "rate") return {
		...RATE,
		better: directionInName(metric)
	};
	const zeroIsNormal = kind === "gauge";
	if (contains === "time") return {
		kind,
		unit: "ms",
		better: kind === "trend" ? "lower" : "neither",
		zeroIsNormal
	};
	return {
		kind,
		unit: contains === "data" ? "bytes" : "none",
		better: "neither",
		zeroIsNormal
	};
}
/** Words in the name of a share or counter that show what it counts: failures or successes. */
const BAD_WORD = /^(?:fail|fails|failed|failures?|errors?|errored|timeouts?|rejected|dropped|lost)$/;
const GOOD_WORD = /^(?:success|successes|successful|successfully|succeeded|passed|ok)$/;
/**
* The better direction by the name: lower for `login_errors` and `LoginErrors`, higher for `success_rate`, unknown for
* a name with both kinds of words.
*/
function directionInName(metric) {
	const words = metric.replaceAll(/([a-z\d])([A-Z])/g, "$1 $2").toLowerCase().split(/[^a-z\d]+/);
	const isBad = words.some((word) => BAD_WORD.test(word));
	if (isBad === words.some((word) => GOOD_WORD.test(word))) return "neither";
	return isBad ? "lower" : "higher";
}
// src/formats/no-requests.ts
/**
* Adds an unusable latency if no measurement is the time of a request or of another part of the load. A script that
* fails in setup() leaves a file without requests. That must be a finding, not an absent metric. `filtered`: how many
* points the scenarios and tags of the policy left out. Then the load test may be right, and the policy wrong.
*/
function markNoRequests(measurements, filtered = 0) {
	if (measurements.some(hasRequests)) return [...measurements];
	const why = filtered === 0 ? text`the run made no request: the file has no http_req_duration and no other times` : text`no request matches the scenarios and tags of the policy`;
	return [...measurements, noRequests(why)];
}
function hasRequests(measurement) {
	if (measurement.metric === "http_req_duration" && measurement.endpoint === null) return true;
	const isOwnTime = measurement.metric === "iteration_duration" || measurement.metric === "group_duration";
	return measurement.kind === "trend" && !isOwnTime && measurement.stats.size > 0;
}
function noRequests(why) {
	return {
		metric: "http_req_duration",
		endpoint: null,
		kind: "trend",
		unit: "ms",
		better: "lower",
		population: "all",
		sampleCount: 0,
		stats: /* @__PURE__ */ new Map(),
		unusable: new Map([
			"avg",
			"p50",
			"p90",
			"p95",
			"p99"
		].map((stat) => [stat, why]))
	};
}
// src/formats/request-measurements.ts
/** The fields of a latency of the whole service, whatever the tool calls it. */
const LATENCY_FIELDS = {
	metric: "latency",
	endpoint: null,
	kind: "trend",
	unit: "ms",
	better: "lower",
	quantity: "latency"
};
/** Why there is no latency. */
function noneSucceeded(requests) {
	return text`all ${requests} requests failed, so there is no time of a successful request`;
}
/** The share of failed requests of the whole service. */
function errorShare(failed, all) {
	return {
		metric: "errors",
		endpoint: null,
		kind: "rate",
		unit: "ratio",
		better: "lower",
		population: "all",
		quantity: "error-share",
		sampleCount: all,
		stats: all === 0 ? /* @__PURE__ */ new Map() : /* @__PURE__ */ new Map([["rate", failed / all]]),
		unusable: all === 0 ? /* @__PURE__ */ new Map([["rate", text`no samples`]]) : /* @__PURE__ */ new Map()
	};
}
/** The number of requests, and requests per second. null: the duration is not known. */
function throughput$2(requests, perSecond) {
	return {
		metric: "requests",
		endpoint: null,
		kind: "counter",
		unit: "per-second",
		better: "higher",
		population: "all",
		quantity: "throughput",
		sampleCount: null,
		stats: new Map([["count", requests], ...perSecond === null ? [] : [["rate", perSecond]]]),
		unusable: /* @__PURE__ */ new Map()
	};
}
// src/formats/percentiles.ts
/** The percentiles that are computed where a file has single times, with their probabilities. */
const PERCENTILES$1 = [
	["p50", .5],
	["p90", .9],
	["p95", .95],
	["p99", .99]
];
/** The probabilities of `PERCENTILES`, in their order. */
const PROBABILITIES = PERCENTILES$1.map(([, probability]) => probability);
// src/formats/batch-standard-errors.ts
/** 20 batches of at least 50 samples. In a smaller batch, p95 would depend on one or two samples. */
const BATCHES = 20;
const MIN_SAMPLES$1 = 1e3;
/**
* Standard errors of percentiles by batch means. The samples of a run are cut into 20 batches in the order of time, and
* the spread of a percentile between batches shows how much it varies within a run. Textbook errors are wrong if
* consecutive requests are alike; these stay right (https://doi.org/10.1287/opre.31.6.1090, Schmeiser 1982 on the
* number of batches).
*
* @param values in the order of time
* @returns in the unit of the values; null for fewer than 1000 samples
*/
function batchStandardErrors(values) {
	if (values.length < MIN_SAMPLES$1) return null;
	const space = new Float64Array(Math.ceil(values.length / BATCHES));
	return standardErrorsOf(Array.from({ length: BATCHES }, (_, index) => {
		const from = Math.floor(index * values.length / BATCHES);
		const to = Math.floor((index + 1) * values.length / BATCHES);
		const batch = space.subarray(0, to - from);
		batch.set(values.subarray(from, to));
		return quantilesInPlace(batch, PROBABILITIES);
	}));
}
/** Standard errors from the percentiles of each batch. A batch has them in the order of `PROBABILITIES`. */
function standardErrorsOf(batches) {
	return new Map(PERCENTILES$1.map(([stat], at) => [stat, standardError(batches.map((batch) => batch[at] ?? 0))]));
}
function standardError(values) {
	const mean = values.reduce((total, value) => total + value, 0) / values.length;
	const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
	return Math.sqrt(squares / (values.length - 1) / values.length);
}
function markOf(endpoint, slot) {
	return (endpoint << 22 | slot) >>> 0;
}
function slotOfMark(mark) {
	return mark & (1 << 22) - 1;
}
function endpointOfMark(mark) {
	return mark >>> 22;
}
// src/formats/ordered-samples.ts
/**
* k6 writes every 200 ms, so the lines of one file are out of order by less than this. Several files read one after the
* other are far more out of order.
*/
const USUAL_DISORDER_SLOTS = 20;
/** Sorts samples by time slot, unless they are already in order except for the usual disorder. */
function orderByTime(samples) {
	const { values, marks } = samples;
	let latest = 0;
	let isOrdered = true;
	for (const mark of marks) {
		const slot = slotOfMark(mark);
		if (slot < latest - USUAL_DISORDER_SLOTS) isOrdered = false;
		if (slot > latest) latest = slot;
	}
	if (isOrdered) return samples;
	const starts = new Uint32Array(latest + 2);
	for (const mark of marks) starts[slotOfMark(mark) + 1] = (starts[slotOfMark(mark) + 1] ?? 0) + 1;
	for (let slot = 1; slot < starts.length; slot += 1) starts[slot] = (starts[slot] ?? 0) + (starts[slot - 1] ?? 0);
	const ordered = {
		values: new Float64Array(values.length),
		marks: new Uint32Array(marks.length)
	};
	for (let index = 0; index < marks.length; index += 1) {
		const mark = marks[index] ?? 0;
		const at = starts[slotOfMark(mark)] ?? 0;
		starts[slotOfMark(mark)] = at + 1;
		ordered.values[at] = values[index] ?? 0;
		ordered.marks[at] = mark;
	}
	return ordered;
}
/** The number of samples per endpoint, by the index of the endpoint. */
function countByEndpoint({ marks }) {
	const counts = /* @__PURE__ */ new Uint32Array(1024);
	for (const mark of marks) {
		const endpoint = endpointOfMark(mark);
		counts[endpoint] = (counts[endpoint] ?? 0) + 1;
	}
	return counts;
}
/** The values of one endpoint in the order of time. They are written to `space`, which must be large enough. */
function valuesOfEndpoint({ values, marks }, endpoint, space) {
	let count = 0;
	for (let index = 0; index < marks.length; index += 1) {
		if (endpointOfMark(marks[index] ?? 0) !== endpoint) continue;
		space[count] = values[index] ?? 0;
		count += 1;
	}
	return space.subarray(0, count);
}
// src/formats/value-counts.ts
/** Each whole number below this has its own cell. Most tools measure in milliseconds, so that is a minute. */
const EXACT_BELOW = 65536;
/**
* Any other value shares a cell that is 0.1 % wide, given by the exponent and the first 10 bits of the fraction of a
* double (https://en.wikipedia.org/wiki/Double-precision_floating-point_format). The cells cover values from 2^-20 to
* 2^27, which in milliseconds is from a nanosecond to more than a day.
*/
const DROPPED_BITS = 10;
const FIRST_CELL = 1027072;
const LAST_CELL = 1075199;
const PAGE_BITS = 7;
const PAGE$2 = 128;
const HALVES = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));
function createValueCounts() {
	return {
		pages: [],
		count: 0
	};
}
/** The cell of a value, which must not be negative. */
function cellOf(value) {
	const whole = value | 0;
	if (whole === value && whole >= 0 && whole < EXACT_BELOW) return whole;
	HALVES.setFloat64(0, value);
	const cell = HALVES.getUint32(0) >>> DROPPED_BITS;
	return EXACT_BELOW + Math.min(Math.max(cell, FIRST_CELL), LAST_CELL) - FIRST_CELL;
}
function isExactCell(cell) {
	return cell < EXACT_BELOW;
}
function countCell(counts, cell, times = 1) {
	const index = cell >>> PAGE_BITS;
	let page = counts.pages[index];
	if (page === void 0) {
		while (counts.pages.length < index) counts.pages.push(void 0);
		page = new Uint32Array(PAGE$2);
		counts.pages[index] = page;
	}
	const at = cell & 127;
	page[at] = (page[at] ?? 0) + times;
	counts.count += times;
}
function addCounts(to, from) {
	eachCell(from, (cell, times) => countCell(to, cell, times));
}
function countedValues(counts) {
	const values = [];
	eachCell(counts, (cell, times) => values.push({
		value: middleOf(cell),
		times
	}));
	return values.sort((left, right) => left.value - right.value);
}
/**
* Quantiles by linear interpolation between order statistics, as in `quantilesInPlace`. `values` must be sorted and not
* empty.
*/
function quantilesOfCounts(values, probabilities) {
	const count = values.reduce((total, { times }) => total + times, 0);
	let at = 0;
	let passed = 0;
	const valueAt = (rank) => {
		while (at < values.length - 1 && passed + (values[at]?.times ?? 0) <= rank) {
			passed += values[at]?.times ?? 0;
			at += 1;
		}
		return values[at]?.value ?? NaN;
	};
	return probabilities.map((probability) => {
		const position = probability * (count - 1);
		const below = valueAt(Math.floor(position));
		return below + ((position % 1 === 0 ? below : peek$1(values, at, passed, Math.ceil(position))) - below) * (position % 1);
	});
}
/** The value of the next rank. It does not advance, because the next probability may lie before that rank. */
function peek$1(values, at, passed, rank) {
	return values[passed + (values[at]?.times ?? 0) > rank ? at : Math.min(at + 1, values.length - 1)]?.value ?? NaN;
}
function eachCell(counts, take) {
	for (const [index, page] of counts.pages.entries()) {
		if (page === void 0) continue;
		for (let at = 0; at < PAGE$2; at += 1) {
			const times = page[at] ?? 0;
			if (times > 0) take(index * PAGE$2 + at, times);
		}
	}
}
function middleOf(cell) {
	if (cell < EXACT_BELOW) return cell;
	const bits = cell - EXACT_BELOW + FIRST_CELL;
	HALVES.setUint32(4, 0);
	HALVES.setUint32(0, bits << DROPPED_BITS);
	const from = HALVES.getFloat64(0);
	HALVES.setUint32(0, bits + 1 << DROPPED_BITS);
	return (from + HALVES.getFloat64(0)) / 2;
}
// src/formats/sample-counts.ts
/** The largest number of slices of time. With more slices, neighbours are joined in pairs. A timeline has 60. */
const MAX_SLICES$1 = 240;
/**
* At this number of batches, neighbours are joined in pairs. At least half of the batches remain, and batch means needs
* 10 or more.
*/
const MAX_BATCHES = 40;
const MIN_BATCHES = 10;
const MIN_BATCH_SAMPLES = 1e3;
const WANTED_BATCHES = 20;
/**
* @param seen the samples per endpoint that were kept before and are recorded first, all at once. The size of the first
* batches depends on them.
*/
function createSampleCounts(seen) {
	const parts = [];
	let slices = /* @__PURE__ */ new Map();
	/** A slice covers 2 to the power of `sliceBits` time slots. */
	let sliceBits = 0;
	let lastSlice = -1;
	let slice = createValueCounts();
	let exact = true;
	function record(value, endpoint, slot) {
		const cell = cellOf(value);
		if (exact && !isExactCell(cell)) exact = false;
		countIn(partOf(endpoint), cell);
		const index = slot >>> sliceBits;
		if (index !== lastSlice) turnTo(index);
		countCell(slice, cell);
	}
	function partOf(endpoint) {
		const known = parts[endpoint];
		if (known !== void 0) return known;
		while (parts.length < endpoint) parts.push(void 0);
		const created = createPart(seen[endpoint] ?? 0);
		parts[endpoint] = created;
		return created;
	}
	function turnTo(index) {
		const known = slices.get(index);
		slice = known ?? createValueCounts();
		lastSlice = index;
		if (known !== void 0) return;
		slices.set(index, slice);
		if (slices.size > MAX_SLICES$1) joinSlices();
	}
	function joinSlices() {
		const joined = /* @__PURE__ */ new Map();
		for (const [index, counts] of slices) {
			const half = Math.floor(index / 2);
			const known = joined.get(half);
			if (known === void 0) joined.set(half, counts);
			else addCounts(known, counts);
		}
		slices = joined;
		sliceBits += 1;
		lastSlice = Math.floor(lastSlice / 2);
		slice = slices.get(lastSlice) ?? slice;
	}
	return {
		record,
		of: (endpoint) => endpoint === null ? samplesOverTime(slices) : samplesOf(parts[endpoint] ?? createPart(0)),
		slices: () => ({
			slots: 1 << sliceBits,
			values: new Map([...slices].map(([index, counts]) => [index << sliceBits, countedValues(counts)]))
		}),
		isExact: () => exact
	};
}
function createPart(samples) {
	const batchSamples = Math.max(MIN_BATCH_SAMPLES, Math.ceil(samples / WANTED_BATCHES));
	return {
		closed: createValueCounts(),
		open: createValueCounts(),
		batchSamples,
		batches: []
	};
}
function countIn(part, cell) {
	countCell(part.open, cell);
	if (part.open.count === part.batchSamples) closeBatch(part);
}
/**
* Closes the open batch: its percentiles are kept, and its samples are added to the closed ones. If there are too many
* batches, two neighbours are replaced by a batch with the mean of their percentiles. The standard errors stay right,
* because batch means only needs batches so long that consecutive requests, which are alike, hardly connect one batch
* with the next.
*/
function closeBatch(part) {
	part.batches.push(percentilesOf(part.open));
	addCounts(part.closed, part.open);
	for (const page of part.open.pages) page?.fill(0);
	part.open.count = 0;
	if (part.batches.length < MAX_BATCHES) return;
	part.batchSamples *= 2;
	part.batches = part.batches.flatMap((batch, index) => {
		const next = part.batches[index + 1];
		return index % 2 === 1 || next === void 0 ? [] : [batch.map((value, at) => (value + (next[at] ?? 0)) / 2)];
	});
}
/** The samples of the whole metric. Consecutive slices are combined into batches of about the same size. */
function samplesOverTime(slices) {
	const all = createValueCounts();
	for (const counts of slices.values()) addCounts(all, counts);
	const batches = [];
	let batch = createValueCounts();
	for (const [, counts] of [...slices].sort(([left], [right]) => left - right)) {
		addCounts(batch, counts);
		if (batch.count < all.count / WANTED_BATCHES) continue;
		batches.push(percentilesOf(batch));
		batch = createValueCounts();
	}
	return withErrors(all, batches);
}
function samplesOf({ closed, open, batches }) {
	const all = createValueCounts();
	addCounts(all, closed);
	addCounts(all, open);
	return withErrors(all, batches);
}
function percentilesOf(batch) {
	return quantilesOfCounts(countedValues(batch), PROBABILITIES);
}
function withErrors(all, batches) {
	return {
		values: countedValues(all),
		standardErrors: batches.length < MIN_BATCHES ? null : standardErrorsOf(batches)
	};
}
// src/formats/sample-column.ts
/** Samples per page. The column grows by whole pages, so nothing is copied when it grows. */
const PAGE$1 = 16384;
function createColumn(limit) {
	return {
		length: 0,
		values: new Float64Array(PAGE$1),
		marks: new Uint32Array(PAGE$1),
		full: [],
		counts: null,
		limit
	};
}
function pushSample(column, value, mark) {
	if (column.counts !== null) {
		column.counts.record(value, endpointOfMark(mark), slotOfMark(mark));
		return;
	}
	const at = column.length % PAGE$1;
	if (at === 0 && column.length > 0) turnPage(column);
	column.values[at] = value;
	column.marks[at] = mark;
	column.length += 1;
	if (column.length === column.limit) becomeCounts(column);
}
function turnPage(column) {
	column.full.push({
		values: column.values,
		marks: column.marks
	});
	column.values = new Float64Array(PAGE$1);
	column.marks = new Uint32Array(PAGE$1);
}
function becomeCounts(column) {
	const { values, marks } = takeArrays(column);
	const counts = createSampleCounts(countByEndpoint({
		values,
		marks
	}));
	for (let index = 0; index < marks.length; index += 1) {
		const mark = marks[index] ?? 0;
		counts.record(values[index] ?? 0, endpointOfMark(mark), slotOfMark(mark));
	}
	column.counts = counts;
}
/**
* All values and marks in two arrays, in the order in which they came. The column is emptied page by page, because
* column and arrays together would take twice the memory.
*/
function takeArrays(column) {
	const { length } = column;
	const values = new Float64Array(length);
	const marks = new Uint32Array(length);
	const last = {
		values: column.values,
		marks: column.marks
	};
	const pages = [...column.full, last];
	column.full = [];
	for (let at = 0; at < length; at += PAGE$1) {
		const page = pages.shift() ?? last;
		values.set(page.values.subarray(0, length - at), at);
		marks.set(page.marks.subarray(0, length - at), at);
	}
	column.length = 0;
	return {
		values,
		marks
	};
}
/**
* The number of slots before the first line of the file, because lines are not in the order of time. k6 writes every
* 200 ms; an hour leaves room for badly ordered files.
*/
const SLOTS_BEFORE_FIRST = 36e3;
/** Samples are at most this far out of order. After this much of the load, its start is known. */
const SETTLED_MS = 2e3;
/**
* k6's default time-out for a request: https://grafana.com/docs/k6/latest/javascript-api/k6-http/params/, `timeout`.
*/
const LONGEST_REQUEST_MS = 6e4;
/**
* Finds the start and the end of the load while points stream past. The time of a request is its end, so the request
* started earlier by its duration.
*/
function createLoadWindow(options, slotBits) {
	const { excludeFirstMs, excludeLastMs } = options;
	const maxMs = 2 ** slotBits * 100;
	const latencies = /* @__PURE__ */ new Map();
	const seen = {
		baseMs: NaN,
		startMs: Number.POSITIVE_INFINITY,
		endMs: Number.NEGATIVE_INFINITY,
		/** From this time on no sample can move the start, and times are known to have milliseconds. */
		settledMs: Number.POSITIVE_INFINITY
	};
	let isCoarse = true;
	function see(metric, timeMs, value) {
		if (!(timeMs >= seen.settledMs && timeMs <= seen.endMs)) notice(metric, timeMs, value);
		const sinceMs = timeMs - seen.baseMs;
		if (sinceMs >= 0 && sinceMs < maxMs) return (sinceMs | 0) / 100 | 0;
		throw new UserError(`The time of a point is ${new Date(timeMs).toISOString()}, more than an hour before or four days after the first point. The file is damaged.`);
	}
	/**
	* Handles samples that may move an edge of the load. After the first minute there are few, so they are handled
	* outside the fast path of `see`.
	*/
	function notice(metric, timeMs, value) {
		if (Number.isNaN(seen.baseMs)) seen.baseMs = (Math.floor(timeMs / 100) - SLOTS_BEFORE_FIRST) * 100;
		if (timeMs % 1e3 !== 0) isCoarse = false;
		if (metric.kind === "gauge") return;
		if (timeMs > seen.endMs) seen.endMs = timeMs;
		const sinceMs = timeMs < seen.startMs + LONGEST_REQUEST_MS && isLatency(metric.name) && value > 0 ? timeMs - value : timeMs;
		if (sinceMs < seen.startMs) seen.startMs = sinceMs;
		if (!isCoarse) seen.settledMs = seen.startMs + LONGEST_REQUEST_MS;
	}
	function isLatency(name) {
		const known = latencies.get(name);
		if (known !== void 0) return known;
		const traits = builtInTraits(name);
		const answer = traits?.unit === "ms" && traits.better === "lower";
		latencies.set(name, answer);
		return answer;
	}
	function certainSlot() {
		return seen.endMs - seen.startMs > excludeFirstMs + SETTLED_MS ? slotOf(seen.endMs - excludeLastMs) : 0;
	}
	function holds(slot) {
		if (excludeFirstMs > 0 && slot < slotOf(seen.startMs + excludeFirstMs)) return false;
		return excludeLastMs === 0 || slot < slotOf(seen.endMs - excludeLastMs);
	}
	function close() {
		const resolutionMs = isCoarse ? 1e3 : 1;
		if (seen.endMs < seen.startMs) return {
			firstSlot: 0,
			beganAtMs: null,
			durationMs: 0,
			resolutionMs
		};
		const fromMs = excludeFirstMs > 0 ? edge(seen.startMs + excludeFirstMs) : seen.startMs;
		const toMs = excludeLastMs > 0 ? edge(seen.endMs - excludeLastMs) : seen.endMs;
		return {
			firstSlot: Math.max(0, slotOf(fromMs)),
			beganAtMs: seen.startMs,
			durationMs: Math.max(0, toMs - fromMs),
			resolutionMs
		};
	}
	function slotOf(timeMs) {
		return Math.floor((timeMs - seen.baseMs) / 100);
	}
	function edge(timeMs) {
		return seen.baseMs + slotOf(timeMs) * 100;
	}
	return {
		isNarrowed: excludeFirstMs > 0 || excludeLastMs > 0,
		see,
		certainSlot,
		holds,
		close
	};
}
// src/formats/timeline.ts
const MAX_SLICES = 60;
/**
* p95 and number of samples over time, in at most 60 slices. null: nothing was measured. The samples must be in the
* order of time.
*/
function timelineOf(samples, window) {
	const { values, marks } = samples;
	if (values.length === 0 || window.durationMs === 0) return null;
	const slotsPerSlice = slotsPerSliceOf(window);
	const sliceMs = slotsPerSlice * 100;
	const slices = [];
	let space = /* @__PURE__ */ new Float64Array();
	let from = 0;
	for (let index = 0; index * sliceMs <= window.durationMs; index += 1) {
		const endSlot = window.firstSlot + (index + 1) * slotsPerSlice;
		let to = from;
		while (to < marks.length && slotOfMark(marks[to] ?? 0) < endSlot) to += 1;
		if (to - from > space.length) space = new Float64Array(2 * (to - from));
		const slice = space.subarray(0, to - from);
		slice.set(values.subarray(from, to));
		const p95Ms = to > from ? quantilesInPlace(slice, [.95])[0] ?? null : null;
		slices.push({
			offsetMs: index * sliceMs,
			requests: to - from,
			p95Ms
		});
		from = to;
	}
	return {
		sliceMs,
		slices
	};
}
/**
* The timeline of counted samples. Counts have their own slices, and each slice of the timeline combines several of
* them. The first slice may begin a little before the load.
*/
function timelineOfCounts(counts, window) {
	if (window.durationMs === 0) return null;
	const { slots, values } = counts.slices();
	const slotsPerSlice = Math.ceil(slotsPerSliceOf(window) / slots) * slots;
	const firstSlot = Math.floor(window.firstSlot / slots) * slots;
	const sliceMs = slotsPerSlice * 100;
	return {
		sliceMs,
		slices: Array.from({ length: Math.floor(window.durationMs / sliceMs) + 1 }, (_, index) => {
			const from = firstSlot + index * slotsPerSlice;
			const counted = [...values].filter(([slot]) => slot >= from && slot < from + slotsPerSlice).flatMap(([, one]) => one);
			return {
				offsetMs: index * sliceMs,
				...requestsAndP95(counted)
			};
		})
	};
}
function requestsAndP95(counted) {
	const requests = counted.reduce((total, { times }) => total + times, 0);
	const sorted = counted.toSorted((left, right) => left.value - right.value);
	return {
		requests,
		p95Ms: requests === 0 ? null : quantilesOfCounts(sorted, [.95])[0] ?? null
	};
}
function slotsPerSliceOf({ resolutionMs, durationMs }) {
	return Math.max(Math.ceil(resolutionMs / 100), Math.ceil(durationMs / 100 / MAX_SLICES));
}
// src/formats/trend-samples.ts
/** Takes the samples out of the column. `endpoints` are the endpoints that will be asked for. */
function takeSamples(column, endpoints) {
	const { counts } = column;
	return counts === null ? kept(orderByTime(takeArrays(column)), endpoints) : counted$1(counts);
}
function kept(samples, endpoints) {
	const counts = countByEndpoint(samples);
	const most = [...endpoints].reduce((largest, index) => Math.max(largest, counts[index] ?? 0), 0);
	const space = new Float64Array(most);
	return {
		ofEndpoint: (endpoint) => keptSamples$1(valuesOfEndpoint(samples, endpoint, space)),
		timeline: (window) => timelineOf(samples, window),
		whole: keptSamples$1(samples.values)
	};
}
function keptSamples$1(values) {
	return {
		count: values.length,
		standardErrors: () => batchStandardErrors(values),
		each(take) {
			for (const value of values) take(value, 1);
		},
		quantiles: (probabilities) => values.length === 0 ? probabilities.map(() => NaN) : quantilesInPlace(values, probabilities)
	};
}
function counted$1(counts) {
	return {
		ofEndpoint: (endpoint) => countedSamples(counts.of(endpoint)),
		timeline: (window) => timelineOfCounts(counts, window),
		whole: countedSamples(counts.of(null))
	};
}
function countedSamples({ values, standardErrors }) {
	return {
		count: values.reduce((total, { times }) => total + times, 0),
		standardErrors: () => standardErrors,
		each(take) {
			for (const { value, times } of values) take(value, times);
		},
		quantiles: (probabilities) => values.length === 0 ? probabilities.map(() => NaN) : quantilesOfCounts(values, probabilities)
	};
}
// src/formats/usable-stats.ts
/**
* JSON writes `null` for Infinity and NaN. The machine-readable summary writes it for statistics that were not
* requested.
*/
const NULL = text`the file has null: the value was not finite, or summaryTrendStats does not name it`;
/** A counter has `count`, and `rate` per second. If the file has no rate, it is computed from the duration. */
function usableCounter(values, durationMs, unusableWhenZero) {
	const count = values.get("count") ?? null;
	if (count === null) return allUnusable(["count", "rate"], text`the file has no count`);
	if (!Number.isFinite(count) || count < 0) return allUnusable(["count", "rate"], text`${count} is not a count`);
	if (count === 0 && unusableWhenZero) return allUnusable(["count", "rate"], text`no request was made`);
	const rate = values.get("rate") ?? (durationMs === null ? null : count * 1e3 / durationMs);
	const stats = /* @__PURE__ */ new Map([["count", count]]);
	if (rate === null) return {
		stats,
		unusable: /* @__PURE__ */ new Map([["rate", text`the duration of the run is unknown`]]),
		sampleCount: null
	};
	if (!Number.isFinite(rate) || rate < 0) return {
		stats,
		unusable: /* @__PURE__ */ new Map([["rate", text`${rate} per second is not a rate`]]),
		sampleCount: null
	};
	return {
		stats: stats.set("rate", rate),
		unusable: /* @__PURE__ */ new Map(),
		sampleCount: null
	};
}
/** A gauge has its last `value`, `min` and `max`. */
function usableGauge(values) {
	return {
		...parted([...values], (_, value) => problemWith(value)),
		sampleCount: null
	};
}
/** The statistics that can be used, and why the others cannot. */
function parted(values, problemOf) {
	const stats = /* @__PURE__ */ new Map();
	const unusable = /* @__PURE__ */ new Map();
	for (const [stat, value] of values) {
		const why = value === null ? NULL : problemOf(stat, value);
		if (value === null || why !== null) unusable.set(stat, why ?? NULL);
		else stats.set(stat, value);
	}
	return {
		stats,
		unusable
	};
}
/**
* A rate metric is the share of true samples. It is always computed from the counts, because k6 up to v0.29 writes 0 as
* its value: grafana/k6#1611.
*/
function usableRate(values) {
	const passes = values.get("passes") ?? null;
	const fails = values.get("fails") ?? null;
	if (passes === null || fails === null) return allUnusable(["rate"], text`the file does not have both counts`);
	if (!isCount(passes) || !isCount(fails)) return allUnusable(["rate"], text`${passes} and ${fails} are not both counts`);
	const sampleCount = passes + fails;
	if (sampleCount === 0) return {
		...allUnusable(["rate"], text`no samples`),
		sampleCount: 0
	};
	return {
		stats: /* @__PURE__ */ new Map([["rate", passes / sampleCount]]),
		unusable: /* @__PURE__ */ new Map(),
		sampleCount
	};
}
/** k6 writes 0 for every statistic of a trend without samples. That must not look like a fast run. */
function usableTrend(values, context) {
	const own = values.get("count") ?? null;
	const statistics = [...values].filter(([stat]) => stat !== "count");
	const names = statistics.map(([stat]) => stat);
	if (own !== null && !isCount(own)) return allUnusable(names, text`its count is ${own}, which is not a valid count`);
	const sampleCount = own ?? context.sampleCount;
	if (context.problem !== null) return {
		...allUnusable(names, context.problem),
		sampleCount: 0
	};
	if (isWithoutSamples(statistics, own, sampleCount, context.traits)) return {
		...allUnusable(names, text`no samples: k6 writes 0 for a metric that was never measured`),
		sampleCount: 0
	};
	const problemOf = (stat, value) => problemWith(value) ?? problemWithTime(stat, value, context.traits);
	return {
		...parted(statistics, problemOf),
		sampleCount
	};
}
/**
* Whether a trend has no samples. Without `count`, the only sign is that every statistic is 0. The phases of a request
* are often really 0, so for them the number of requests decides.
*/
function isWithoutSamples(statistics, own, counted, traits) {
	if (own !== null) return own === 0;
	if (counted === 0) return true;
	const present = statistics.filter(([, value]) => value !== null);
	if (present.length === 0 || present.some(([, value]) => value !== 0)) return false;
	return !(traits.zeroIsNormal && counted !== null);
}
/** Why a statistic of any metric cannot be used. null: it can. */
function problemWithStat(stat, value, traits) {
	const why = problemWith(value) ?? (traits.kind === "trend" ? problemWithTime(stat, value, traits) : null);
	if (why !== null || traits.kind === "gauge" || traits.kind === "trend") return why;
	if (value < 0) return text`${value} is not a ${stat}`;
	return traits.kind === "rate" && value > 1 ? text`${value} is not a share` : null;
}
function problemWith(value) {
	return Number.isFinite(value) ? null : text`the value is ${value}`;
}
function problemWithTime(stat, value, traits) {
	if (traits.unit !== "ms") return null;
	if (value < 0) return text`${value} ms is not a time`;
	const isLatency = traits.better === "lower" && !traits.zeroIsNormal;
	return value === 0 && isLatency && stat !== "min" ? text`0 ms is not a possible time` : null;
}
function isCount(value) {
	return Number.isSafeInteger(value) && value >= 0;
}
function allUnusable(stats, why) {
	return {
		stats: /* @__PURE__ */ new Map(),
		unusable: new Map(stats.map((stat) => [stat, why])),
		sampleCount: null
	};
}
// src/formats/points-run.ts
/** k6's percentiles are of type 7, as those of simple-statistics since 7.9. */
const PERCENTILES = [
	["p50", .5],
	["p75", .75],
	["p90", .9],
	["p95", .95],
	["p99", .99],
	["p99.9", .999]
];
/** Metrics by which an endpoint is judged. Other metrics are only measured for the whole service. */
const BY_ENDPOINT = /* @__PURE__ */ new Set([
	"http_req_duration",
	"http_req_failed",
	"http_reqs",
	"grpc_req_duration"
]);
/** Makes a run from points. Percentiles are exact. They are of successful requests if the points tell them apart. */
function pointsRun(format, points, advice, visit = () => {}) {
	const measurements = [];
	let timeline = null;
	let distribution = null;
	for (const metric of points.metrics.values()) {
		if (metric.series.length === 0) continue;
		const endpoints = BY_ENDPOINT.has(metric.name) ? endpointsOf$1(metric) : [];
		const samples = metric.column === null ? null : takeSamples(metric.column, endpoints);
		const isLatency = metric.name === "http_req_duration";
		if (isLatency && samples !== null) timeline = samples.timeline(points.window);
		measurements.push(...measureEndpoints(metric, endpoints, samples, points, visit));
		measurements.push(measure$1(metric, metric.series, null, samples?.whole ?? null, points, visit));
		if (isLatency && samples !== null) distribution = distributionOf(samples.whole);
	}
	return {
		format,
		toolVersion: null,
		durationMs: durationOf$2(points),
		...beganAt(points.window.beganAtMs),
		scriptHash: null,
		measurements: markNoRequests(measurements, points.skipped.filtered).sort(bySeries),
		thresholds: [],
		...points.abortThresholds.length === 0 ? {} : { abortThresholds: points.abortThresholds },
		notes: notesOf$4(points, advice),
		setupSamples: points.setupSamples,
		...points.otherEndpoints > 0 ? { cutOffNames: points.otherNames } : {},
		timeline,
		distribution
	};
}
/** null if times are so coarse that a throughput would be wrong by more than 1 %. */
function durationOf$2({ window }) {
	return window.durationMs > 0 && window.durationMs >= 100 * window.resolutionMs ? window.durationMs : null;
}
function endpointsOf$1({ series }) {
	return [...new Set(series.map(({ endpoint }) => endpoint).filter((index) => index > 0))];
}
function measureEndpoints(metric, endpoints, samples, points, visit) {
	return endpoints.map((index) => {
		const series = metric.series.filter(({ endpoint }) => endpoint === index);
		const own = samples === null ? null : samples.ofEndpoint(index);
		return measure$1(metric, series, points.endpoints[index] ?? null, own, points, visit);
	});
}
function measure$1(metric, series, endpoint, samples, points, visit) {
	const traits = traitsOf(metric.name, metric.kind, metric.contains);
	const tellsSuccess = metric.kind === "trend" && series.some(({ successful }) => successful !== null);
	const seriesOf = {
		metric: metric.name,
		endpoint,
		kind: metric.kind,
		unit: traits.unit,
		better: traits.better,
		population: tellsSuccess ? "successful" : "all"
	};
	const standardErrors = samples !== null && traits.better === "lower" && !traits.zeroIsNormal ? samples.standardErrors() : null;
	if (samples !== null) visit(seriesOf, samples);
	const { stats, unusable, sampleCount } = usable$1(metric, series, samples, points);
	return {
		...seriesOf,
		sampleCount,
		stats,
		unusable,
		standardErrors
	};
}
function usable$1(metric, series, samples, points) {
	const count = series.reduce((total, one) => total + one.count, 0);
	const sum = series.reduce((total, one) => total + one.sum, 0);
	if (metric.kind === "counter") return usableCounter(/* @__PURE__ */ new Map([["count", sum]]), durationOf$2(points), metric.name === "http_reqs");
	if (metric.kind === "rate") return usableRate(/* @__PURE__ */ new Map([["passes", sum], ["fails", count - sum]]));
	if (metric.kind === "gauge") return usableGauge(gaugeValues(series, count));
	const values = trendValues(samples, series);
	const allFailed = isRequestTime(metric.name) && count > 0 && values.get("count") === 0;
	return usableTrend(values, {
		traits: traitsOf(metric.name, metric.kind, metric.contains),
		sampleCount: null,
		problem: allFailed ? noneSucceeded(count) : null
	});
}
function gaugeValues(series, count) {
	if (count === 0) return /* @__PURE__ */ new Map([["value", null]]);
	return /* @__PURE__ */ new Map([
		["value", series.at(-1)?.last ?? null],
		["min", series.reduce((min, one) => Math.min(min, one.min), 1e400)],
		["max", series.reduce((max, one) => Math.max(max, one.max), -1e400)]
	]);
}
/**
* The values of a trend. If the points tell failed requests apart, these have no samples and are not in the sums
* either.
*/
function trendValues(samples, series) {
	const names = [
		"avg",
		"min",
		"max",
		...PERCENTILES.map(([name]) => name)
	];
	const count = samples?.count ?? 0;
	if (samples === null || count === 0) return new Map([...names.map((name) => [name, 0]), ["count", 0]]);
	const counted = series.filter(({ column }) => column !== null);
	const quantiles = samples.quantiles(PERCENTILES.map(([, probability]) => probability));
	return new Map([
		["avg", counted.reduce((total, one) => total + one.sum, 0) / count],
		["min", counted.reduce((min, one) => Math.min(min, one.min), 1e400)],
		["max", counted.reduce((max, one) => Math.max(max, one.max), -1e400)],
		...PERCENTILES.map(([name], index) => [name, quantiles[index] ?? null]),
		["count", count]
	]);
}
function notesOf$4(points, advice) {
	const { untyped, skipped, endpoints, otherEndpoints, metrics, window } = points;
	const notes = [];
	if (window.durationMs > 0 && durationOf$2(points) === null && window.resolutionMs > 1) notes.push(sentences$1(text`Times are whole seconds, too coarse for the throughput of a run of less than 100 s.`, advice.wholeSeconds));
	if (skipped.setup > 0) notes.push(text`Not counted: ${{ words: count(skipped.setup, "point") }} of setup() and teardown().`);
	if (skipped.filtered > 0) notes.push(text`Left out by the scenarios and tags of the policy: ${{ words: count(skipped.filtered, "point") }}.`);
	if (skipped.excluded > 0) notes.push(text`Outside of the window of the policy: ${{ words: count(skipped.excluded, "point") }}.`);
	const rounded = [...metrics.values()].filter(({ column }) => column?.counts?.isExact() === false);
	if (rounded.length > 0) notes.push(text`Percentiles of ${names(rounded.map(({ name }) => name).sort())} are within 0.1 %: there are more than 100,000 samples.`);
	if (untyped.length > 0) notes.push(text`CSV does not say what kind of metric ${names(untyped)} is, so it was left out. Upload ${"--out json"} points instead.`);
	if (otherEndpoints > 0) notes.push(sentences$1(text`There are more than ${endpoints.length - 2} names: ${otherEndpoints} of them are counted together as "other".`, advice.manyNames));
	if (points.timeoutNote !== null) notes.push(points.timeoutNote);
	if (metrics.get("http_req_duration")?.series.some(({ successful }) => successful === null)) notes.push(text`The points do not tell successful requests apart: latency is that of all requests, failed ones included.`);
	return notes;
}
// src/model/k6-advice.ts
/**
* k6 only writes p(90) and p(95) unless it is configured:
* https://grafana.com/docs/k6/latest/using-k6/k6-options/reference/#summary-trend-stats
*/
function adviceOnPercentile(percent) {
	return text`Add ${code(`p(${percent})`)} to ${code("summaryTrendStats")} in the options of the load test.`;
}
/** k6 only writes metrics that have samples or a threshold: metrics/engine at https://github.com/grafana/k6/tree/v2.2.0 */
function adviceOnUnmeasured() {
	return text`k6 leaves out a metric without values: find out whether the load test still reaches this part of the script.`;
}
/** A counter that stayed at 0 is only in the file if a threshold names it. */
function keptByThreshold(metric, stat) {
	return text` A threshold such as ${code(`${metric}: ['${stat}>=0']`)} keeps it in the file at 0.`;
}
function adviceOnErrorShare() {
	return text`k6 writes it into a summary only if a threshold names it: keep that threshold.`;
}
/**
* If points lack something: CSV has whole seconds unless it is configured,
* https://grafana.com/docs/k6/latest/results-output/real-time/csv/
*/
const ADVICE_ON_POINTS = {
	wholeSeconds: text`Set ${"K6_CSV_TIME_FORMAT=unix_milli"}.`,
	manyNames: text`Set a name tag on requests whose URL changes.`
};
/** How endpoints get into the files of k6. */
function adviceOnEndpoints() {
	return text`A summary of k6 has only the endpoints that the script has thresholds for; raw points have all.`;
}
// src/formats/one-record-per-line.ts
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE$1 = 34;
const BACKSLASH = 92;
const OPENING_BRACE$1 = 123;
const CLOSING_BRACE = 125;
/** Whether each record takes many lines, as jq writes records without -c. The first line is then a single brace. */
function hasMultilineRecords(start) {
	return /^\s*\{[ \t\r]*\n/.test(start);
}
/** Makes a line scanner accept records of many lines, by replacing the line breaks inside a record with spaces. */
function oneRecordPerLine(scanner) {
	let isMultiline = null;
	let depth = 0;
	let isInString = false;
	let isEscaped = false;
	function push(chunk) {
		isMultiline ??= hasMultilineRecords(new TextDecoder().decode(chunk.subarray(0, 1024)));
		scanner.push(isMultiline ? joined(chunk) : chunk);
	}
	function joined(chunk) {
		const line = new Uint8Array(chunk);
		for (const [index, byte] of line.entries()) if (isInString) {
			if (isEscaped) isEscaped = false;
			else if (byte === BACKSLASH) isEscaped = true;
			else if (byte === QUOTE$1) isInString = false;
		} else if (byte === QUOTE$1) isInString = true;
		else if (byte === OPENING_BRACE$1) depth += 1;
		else if (byte === CLOSING_BRACE) depth -= 1;
		else if ((byte === NEWLINE || byte === RETURN) && depth > 0) line[index] = SPACE;
		return line;
	}
	return {
		push,
		end: () => scanner.end()
	};
}
/**
* The group of a name; the name itself if it is in no group. k6 names a request by its whole address, and people write the path,
* so that `http://shop.test/users/7?full=1` is in `/users/*`.
*/
function groupedName(name, groups) {
	if (groups.length === 0) return name;
	const address = name.replace(/\?.*$/s, "");
	const path = address.replace(/^https?:\/\/[^/]+/, "");
	return groups.find(({ matches }) => matches.test(address) || matches.test(path))?.name ?? name;
}
// src/formats/stat-name.ts
/** k6's names of trend statistics: metrics/sample.go at https://github.com/grafana/k6/tree/v2.2.0. */
const PLAIN = /* @__PURE__ */ new Map([
	["avg", "avg"],
	["min", "min"],
	["max", "max"],
	["med", "p50"],
	["count", "count"]
]);
/** `p(95)` and `p(99.9)`, or `p95` in the machine-readable summary. */
const PERCENTILE$1 = /^p(?:\((\d{1,3}(?:\.\d{1,6})?)\)|(\d{1,3}(?:\.\d{1,6})?))$/;
/**
* Our name of a trend statistic: `p50` for `med`, `p95` for `p(95)`, `p99.9` for `p(99.90)`. null for a name that k6
* does not have.
*/
function statName(name) {
	const plain = PLAIN.get(name);
	if (plain !== void 0) return plain;
	const match = PERCENTILE$1.exec(name);
	const percent = Number(match?.[1] ?? match?.[2] ?? NaN);
	return percent >= 0 && percent <= 100 ? `p${percent}` : null;
}
// src/formats/submetric.ts
/**
* Reads a key such as `http_req_duration{name:/list,expected_response:true}` by the rules of k6. The selector runs from
* the first `{` to a `}` at the very end. Tags are split at commas, and a tag is split at its first colon. Spaces and
* quotes around name and value are dropped (ParseMetricName and AddSubmetric in
* https://github.com/grafana/k6/blob/v2.2.0/metrics/metric.go). A key without a selector is a plain name.
*/
function parseSubmetric(key) {
	const open = key.indexOf("{");
	if (open <= 0 || !key.endsWith("}")) return {
		metric: key,
		endpoint: null,
		population: "all"
	};
	const metric = key.slice(0, open);
	const tags = key.slice(open + 1, -1).split(",").filter((tag) => tag.trim() !== "");
	const others = tags.filter((tag) => !isSuccessful(tag));
	const endpoint = endpointOf(others);
	return {
		metric,
		endpoint: endpoint === null ? null : withoutSecrets(endpoint),
		population: others.length < tags.length ? "successful" : "all"
	};
}
function endpointOf(tags) {
	const [first, ...rest] = tags;
	if (first === void 0) return null;
	if (rest.length > 0) return tags.join(",");
	const { name, value } = splitTag(first);
	return name === "name" ? value : first;
}
function isSuccessful(tag) {
	const { name, value } = splitTag(tag);
	return name === "expected_response" && value === "true";
}
function splitTag(tag) {
	const colon = tag.indexOf(":");
	if (colon < 0) return {
		name: unquote(tag),
		value: ""
	};
	return {
		name: unquote(tag.slice(0, colon)),
		value: unquote(tag.slice(colon + 1))
	};
}
function unquote(text) {
	return text.trim().replace(/^["']+|["']+$/g, "");
}
// src/formats/metric-values.ts
/**
* The fields that the formats write for each kind of metric except trends:
* https://grafana.com/docs/k6/latest/results-output/end-of-test/custom-summary/
*/
const FIELDS$1 = {
	counter: ["count", "rate"],
	gauge: [
		"value",
		"min",
		"max"
	],
	rate: [
		"passes",
		"fails",
		"matches",
		"total",
		"rate",
		"value"
	]
};
/**
* Each threshold on a series adds an entry. Real scripts have some hundred entries, and each is compared, stored and
* shown.
*/
const MAX_ENTRIES = 2e3;
/** Throws a UserError if a summary has more entries than anybody could read in a report. */
function requireFewEntries(count) {
	if (count <= MAX_ENTRIES) return;
	throw new UserError(`The summary has ${count} metrics and submetrics, and at most ${MAX_ENTRIES} are read. Give requests a \`name\` tag without numbers and ids.`);
}
/**
* The entries of the `metrics` object of a summary. Throws a UserError if there is no such object, or if it has too
* many entries.
*/
function metricEntriesAt(root) {
	const named = Object.entries(objectAt("metrics", root.metrics));
	requireFewEntries(named.length);
	return named.map(([key, value]) => {
		const path = pathTo("metrics", key);
		return {
			key,
			path,
			metric: objectAt(path, value)
		};
	});
}
/** The kind of metric that a file names. Throws a UserError for a kind that k6 does not have. */
function metricKindAt(path, kind) {
	if (kind === "trend" || kind === "counter" || kind === "gauge" || kind === "rate") return kind;
	throw new UserError(`${path} is not trend, counter, gauge or rate, the kinds of metric that k6 has.`);
}
/** Throws a UserError if a built-in metric of k6 has the fields of another kind of metric. */
function requireBuiltInKind(key, path, kind) {
	const expected = builtInTraits(parseSubmetric(key).metric)?.kind ?? kind;
	if (kind === expected) return;
	throw new UserError(`${path} has the values of a ${kind}, and k6 makes it a ${expected}. The file was edited.`);
}
/** The values of one metric, with our names of statistics. Fields that k6 does not write are ignored. */
function metricValuesAt(path, kind, raw) {
	const values = /* @__PURE__ */ new Map();
	for (const [name, value] of Object.entries(raw)) {
		const stat = kind === "trend" ? statName(name) : FIELDS$1[kind].includes(name) ? name : null;
		if (stat === null) continue;
		const number = numberAt(pathTo(path, name), value);
		if (values.has(stat) && values.get(stat) !== number) throw new UserError(`${path} has two different values of ${stat}. The file was edited.`);
		values.set(stat, number);
	}
	return values;
}
// src/formats/pending-samples.ts
const PAGE = 4096;
/**
* Keeps samples until their place in the run is known, so that the end of the load can be cut off while the file
* streams past.
*/
function createPendingSamples(release) {
	let pages = [createPage()];
	function add(series, slot, value) {
		let page = pages.at(-1);
		if (page === void 0 || page.length === PAGE) {
			page = createPage();
			pages.push(page);
		}
		page.series[page.length] = series;
		page.slots[page.length] = slot;
		page.values[page.length] = value;
		page.length += 1;
		if (slot > page.lastSlot) page.lastSlot = slot;
	}
	function releaseBefore(slot) {
		const first = pages.findIndex((page) => page.length < PAGE || page.lastSlot >= slot);
		for (const page of pages.slice(0, first)) emit(page);
		pages = pages.slice(first);
	}
	function releaseAll() {
		for (const page of pages) emit(page);
		pages = [createPage()];
	}
	function emit(page) {
		for (let index = 0; index < page.length; index += 1) {
			const series = page.series[index];
			if (series !== void 0) release(series, page.slots[index] ?? 0, page.values[index] ?? 0);
		}
	}
	return {
		add,
		releaseBefore,
		releaseAll
	};
}
function createPage() {
	return {
		length: 0,
		lastSlot: 0,
		series: [],
		slots: new Uint32Array(PAGE),
		values: new Float64Array(PAGE)
	};
}
// src/formats/timeout-watch.ts
/**
* Usual time-outs in milliseconds. k6, Gatling, nginx and load balancers wait for 60 s, Heroku and gunicorn for 30 s,
* Envoy for 15 s. People also set 5, 10 and 120 s. https://grafana.com/docs/k6/latest/javascript-api/k6-http/params/
* (`timeout`), https://docs.gatling.io/reference/configuration/ (`requestTimeout`),
* https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_read_timeout,
* https://devcenter.heroku.com/articles/request-timeout,
* https://www.envoyproxy.io/docs/envoy/latest/faq/configuration/timeouts
*/
const TIMEOUTS_MS = [
	5e3,
	1e4,
	15e3,
	3e4,
	6e4,
	12e4
];
/**
* The tolerance around a time-out. A timer fires a little late, and some tools start their clock only after the
* connection is made.
*/
const EARLY = .995;
const LATE = 1.03;
/** The tolerance for a single request, which may lie near a time-out by chance. */
const LATE_ALONE = 1.005;
/**
* The share of a time-out at which the range before it begins. If nothing were cut, this range would have as many
* requests as the time-out itself.
*/
const NEAR = .9;
const MIN_CUT = 3;
/** Shorter times are not near any time-out. */
const SHORTEST_WATCHED_MS = NEAR * Math.min(...TIMEOUTS_MS);
/**
* Requests that end at a time-out hide how slow the service was, because it is only known that they would have taken
* longer. The sign of a time-out is that several requests took as long as a usual time-out, and none took longer.
*/
function createTimeoutWatch() {
	const before = TIMEOUTS_MS.map(() => 0);
	const at = TIMEOUTS_MS.map(() => 0);
	let longestMs = 0;
	function see(durationMs) {
		if (durationMs > longestMs) longestMs = durationMs;
		for (const [index, timeoutMs] of TIMEOUTS_MS.entries()) {
			if (durationMs < NEAR * timeoutMs || durationMs > LATE * timeoutMs) continue;
			const counts = durationMs < EARLY * timeoutMs ? before : at;
			counts[index] = (counts[index] ?? 0) + 1;
		}
	}
	function note() {
		const timeoutMs = timeoutAt(longestMs);
		const index = TIMEOUTS_MS.indexOf(timeoutMs ?? 0);
		const [cut = 0, near = 0] = [at[index], before[index]];
		return timeoutMs === null || cut < MIN_CUT || cut < 2 * near ? null : cutNote(text`${cut} requests`, timeoutMs);
	}
	return {
		see,
		note
	};
}
/**
* The note for a summary, whose only sign of a time-out is its maximum. It is a whole sentence. null: there is no sign.
*/
function timeoutNote(maxMs) {
	const timeoutMs = maxMs === void 0 ? null : timeoutAt(maxMs, LATE_ALONE);
	return timeoutMs === null ? null : cutNote(text`The slowest request`, timeoutMs);
}
function timeoutAt(longestMs, late = LATE) {
	return TIMEOUTS_MS.find((one) => longestMs >= EARLY * one && longestMs <= late * one) ?? null;
}
function cutNote(which, timeoutMs) {
	return text`${which} took ${formatDuration(timeoutMs)}, and none took longer: that looks like a time-out. How long they would have taken is not known, so the latency may look better than the service was.`;
}
// src/formats/points-collector.ts
const MAX_ENDPOINTS = 1e3;
/** Metrics that k6 samples outside of iterations, so they have no scenario and no tags. */
const WHOLE_TEST = /* @__PURE__ */ new Set(["vus", "vus_max"]);
/** Metrics that k6 writes for setup() and teardown() even if these do nothing: their own duration, and no bytes. */
const OF_ANY_SETUP = /* @__PURE__ */ new Set([
	"iteration_duration",
	"group_duration",
	"data_sent",
	"data_received"
]);
/**
* From this number of samples on, a column counts values, which takes less memory than keeping the samples. A million
* samples with their marks take 12 MB.
*/
const MAX_KEPT_PHASE_SAMPLES = 1e5;
const MAX_KEPT_SAMPLES = 1e6;
/**
* k6 has about 30 metrics, and a script adds a few. Each metric costs time on every line, and each trend takes 150 kB.
*/
const MAX_METRICS = 500;
/** Longer than any address in a browser. Names are kept, so their length decides how much memory a file can take. */
const MAX_NAME_CHARACTERS$1 = 8192;
/**
* The characters of further names that are kept in order to count the names. A short name takes more memory than its
* characters, so `NAME_CHARACTERS` are added for each name.
*/
const MAX_OTHER_CHARACTERS = 8388608;
const NAME_CHARACTERS = 64;
/** After this number of samples, the pending samples are checked again. */
const RELEASE_EVERY = 8192;
/**
* Takes points one by one and keeps what statistics need: counts and sums for each series, and the samples of trends.
* Samples of setup() and teardown(), and samples that the options leave out, are only counted.
*/
function createPointsCollector(options, { hasTypes, isInOrderOfTime }) {
	const metrics = /* @__PURE__ */ new Map();
	const endpoints = createEndpointNames(Math.min(options.maxEndpoints, MAX_ENDPOINTS), options.endpointGroups);
	const seriesByKey = /* @__PURE__ */ new Map();
	const window = createLoadWindow(options, 22);
	const pending = window.isNarrowed ? createPendingSamples(recordInWindow) : null;
	const untyped = /* @__PURE__ */ new Set();
	const skipped = {
		setup: 0,
		filtered: 0,
		excluded: 0,
		untyped: 0
	};
	const abortThresholds = /* @__PURE__ */ new Map();
	const timeouts = createTimeoutWatch();
	let setupSamples = "none";
	let added = 0;
	function defineMetric(name, type, contains, aborts) {
		for (const abort of aborts) abortThresholds.set(`${name} ${abort.expression}`, abort);
		const kind = metricKindAt(`The type of ${quotedLine(name)}`, type);
		const expected = builtInTraits(name)?.kind ?? metrics.get(name)?.kind ?? kind;
		if (kind !== expected) throw new UserError(text`The metric ${quote(name)} is a ${kind} here, and k6 makes it a ${expected}. The file was edited.`);
		if (!metrics.has(name)) addMetric(name, kind, contains);
	}
	function addMetric(name, kind, contains) {
		requireShortName(name);
		if (metrics.size >= MAX_METRICS) throw new UserError(`The file has more than ${MAX_METRICS} metrics. k6 has about 30, and a script adds some.`);
		const metric = {
			name,
			kind,
			contains,
			series: [],
			column: kind === "trend" ? createColumn(keptSamples(name)) : null
		};
		metrics.set(name, metric);
		return metric;
	}
	function series(name, tags) {
		const metric = metrics.get(name) ?? addBuiltIn(name);
		const role = untyped.has(name) ? "untyped" : roleOf$2(name, tags, options);
		const endpoint = role === "load" ? endpoints.indexOf(tags.name) : 0;
		const successful = tags.expected_response === "true" ? true : tags.expected_response === "false" ? false : null;
		const key = `${role} ${endpoint} ${successful} ${name}`;
		const known = seriesByKey.get(key);
		if (known !== void 0) return known;
		const created = {
			metric,
			role,
			endpoint,
			successful,
			column: successful === false ? null : metric.column,
			count: 0,
			sum: 0,
			min: 1e400,
			max: -1e400,
			last: 0
		};
		seriesByKey.set(key, created);
		noteSetup(created, tags);
		if (role === "load") metric.series.push(created);
		return created;
	}
	/**
	* Notes whether samples of setup() were left out or may be counted. A script can switch tags off, so a request
	* without scenario and group may belong to setup().
	*/
	function noteSetup({ role, metric }, { group, scenario }) {
		if (OF_ANY_SETUP.has(metric.name) || WHOLE_TEST.has(metric.name)) return;
		if (role === "setup") setupSamples = "left-out";
		else if (setupSamples === "none" && group === void 0 && scenario === void 0) setupSamples = "counted";
	}
	function addBuiltIn(name) {
		const traits = builtInTraits(name);
		if (traits !== null) return addMetric(name, traits.kind, traits.unit === "ms" ? "time" : "default");
		if (!hasTypes) {
			untyped.add(name);
			return addMetric(name, "gauge", null);
		}
		throw new UserError(text`Points of ${quote(name)} come before the line that says what kind of metric it is. The start of the file is missing.`);
	}
	function add(one, timeMs, value) {
		if (one.role !== "load") skipped[one.role] += 1;
		else if (pending === null) record(one, window.see(one.metric, timeMs, value), value);
		else hold(pending, one, window.see(one.metric, timeMs, value), value);
	}
	function hold(back, one, slot, value) {
		back.add(one, slot, value);
		added += 1;
		if (isInOrderOfTime && added % RELEASE_EVERY === 0) back.releaseBefore(window.certainSlot());
	}
	function recordInWindow(one, slot, value) {
		if (window.holds(slot)) record(one, slot, value);
		else skipped.excluded += 1;
	}
	function record(one, slot, value) {
		if (value >= SHORTEST_WATCHED_MS) watch(one, value);
		one.count += 1;
		one.sum += value;
		one.last = value;
		if (value < one.min) one.min = value;
		if (value > one.max) one.max = value;
		if (one.column !== null) pushSample(one.column, value, markOf(one.endpoint, slot));
	}
	function watch({ metric }, value) {
		if (metric.name === "http_req_duration") timeouts.see(value);
	}
	function finish() {
		pending?.releaseAll();
		return {
			metrics,
			endpoints: endpoints.names,
			otherEndpoints: endpoints.others.size,
			otherNames: endpoints.hasAllOthers() ? endpoints.others : null,
			window: window.close(),
			setupSamples,
			abortThresholds: [...abortThresholds.values()],
			skipped,
			untyped: [...untyped].sort(),
			timeoutNote: timeouts.note()
		};
	}
	return {
		defineMetric,
		series,
		add,
		finish
	};
}
/**
* The number of samples of a trend that are kept one by one. All samples of a custom trend are kept: it may be
* negative, and negative values have no cell in which to count them.
*/
function keptSamples(metric) {
	const traits = builtInTraits(metric);
	if (traits === null) return Number.POSITIVE_INFINITY;
	return traits.zeroIsNormal || traits.better === "neither" || metric === "http_req_waiting" ? MAX_KEPT_PHASE_SAMPLES : MAX_KEPT_SAMPLES;
}
/**
* setup() and teardown() run outside of any scenario, in their own groups: lib/consts.go at
* https://github.com/grafana/k6/tree/v2.2.0.
*/
function roleOf$2(metric, tags, options) {
	const { group, scenario } = tags;
	if (typeof group === "string" && scenario === void 0 && /^::(?:setup|teardown)(?:::|$)/.test(group)) return "setup";
	if (WHOLE_TEST.has(metric)) return "load";
	if (options.scenarios !== null && !(typeof scenario === "string" && options.scenarios.includes(scenario))) return "filtered";
	for (const [tag, value] of options.tags) if (tags[tag] !== value) return "filtered";
	return "load";
}
/** Gives each of the first names its own number. The other names share a number. */
function createEndpointNames(maxEndpoints, groups) {
	const names = [null];
	const indices = /* @__PURE__ */ new Map();
	const others = /* @__PURE__ */ new Set();
	let otherCharacters = 0;
	function indexOf(tag) {
		if (typeof tag !== "string" || tag === "") return 0;
		requireShortName(tag);
		const name = groupedName(withoutSecrets(tag), groups);
		const known = indices.get(name);
		if (known !== void 0) return known;
		if (indices.size < maxEndpoints) return create(name);
		if (otherCharacters < MAX_OTHER_CHARACTERS && !others.has(name)) {
			others.add(name);
			otherCharacters += name.length + NAME_CHARACTERS;
		}
		return indices.get("other") ?? create("other");
	}
	function create(name) {
		const index = names.length;
		names.push(name);
		indices.set(name, index);
		return index;
	}
	return {
		names,
		others,
		hasAllOthers: () => otherCharacters < MAX_OTHER_CHARACTERS,
		indexOf
	};
}
function requireShortName(name) {
	if (name.length <= MAX_NAME_CHARACTERS$1) return;
	throw new UserError(text`A name has ${name.length} characters, and at most ${MAX_NAME_CHARACTERS$1} are read: ${quote(name)}. Give requests a short ${code("name")} tag.`);
}
// src/formats/read-points.ts
/**
* Streams points through the scanner of their format. Memory does not grow with the size of the files. Several parts
* belong to load generators that shared a run. Their points are read as one run, so all statistics are exact.
*/
async function readPoints(format, parts, options) {
	const points = await collectPoints(format, parts, options);
	const run = {
		...pointsRun(format.id, points, ADVICE_ON_POINTS),
		...selectionOf(options, selectionText(options))
	};
	return parts.length === 1 ? run : withoutOwnGauges(run, parts.length);
}
/** Collects the points of all parts. Throws a UserError that says which part is damaged. */
async function collectPoints(format, parts, options) {
	const isInOrderOfTime = parts.length === 1;
	const collector = createPointsCollector(options, {
		hasTypes: format.hasTypes,
		isInOrderOfTime
	});
	for (const [index, chunks] of parts.entries()) try {
		const scanner = oneRecordPerLine(format.createScanner(collector));
		for await (const chunk of chunks) scanner.push(chunk);
		scanner.end();
	} catch (error) {
		if (parts.length === 1 || !(error instanceof UserError)) throw error;
		throw new UserError(`Load generator ${index + 1}: ${error.message}`);
	}
	return collector.finish();
}
/**
* Leaves out the numbers of virtual users: each load generator samples only its own users, at its own times, so these
* numbers cannot be combined.
*/
function withoutOwnGauges(run, generators) {
	return {
		...run,
		measurements: run.measurements.filter(({ metric }) => metric !== "vus" && metric !== "vus_max"),
		notes: [...run.notes, text`The points of ${generators} load generators were merged.`]
	};
}
// src/formats/requests.ts
const NO_ADVICE = {
	wholeSeconds: [],
	manyNames: []
};
/** Our names of the measurements, by the names that the collector of points uses, which are k6's. */
const OUR_NAMES = {
	http_req_duration: {
		metric: "latency",
		quantity: "latency"
	},
	http_req_failed: {
		metric: "errors",
		quantity: "error-share"
	},
	http_reqs: {
		metric: "requests",
		quantity: "throughput"
	}
};
/**
* Streams the raw requests of a load tool through the collector of points. Window, endpoints, percentiles and timeline
* are therefore computed as for k6's points, whatever the tool itself prints. Latency is that of successful requests.
*/
async function readRequests(format, parts, options) {
	const narrowed = options.scenarios !== null || options.tags.size > 0;
	const createScanner = (receiver) => format.createScanner(requestReceiver(receiver));
	const timeOptions = {
		...options,
		scenarios: null,
		tags: /* @__PURE__ */ new Map()
	};
	const points = await collectPoints({
		id: format.id,
		hasTypes: false,
		createScanner
	}, parts, timeOptions);
	const run = {
		...pointsRun(format.id, withCounts(points), NO_ADVICE),
		...selectionOf(timeOptions, selectionText(timeOptions))
	};
	const { setupSamples: _, beganAtMs, ...rest } = run;
	const measurements = run.measurements.flatMap((one) => inOurNames(one, format.stepMs));
	const facts = format.facts?.() ?? {
		toolVersion: null,
		notes: [],
		hasZone: true
	};
	if (!measurements.some(({ quantity, stats }) => quantity === "throughput" && stats.has("count"))) throw new UserError(`${format.tool} made no request that counts: nothing was measured.`);
	return {
		...rest,
		...beganAtMs === void 0 || facts.hasZone === false ? {} : { beganAtMs },
		tool: format.tool,
		...format.basis === void 0 ? {} : { basis: format.basis },
		toolVersion: facts.toolVersion,
		measurements,
		notes: [
			...run.notes,
			...facts.notes,
			...narrowed ? [text`The policy filters by scenario or tag. Results of ${format.tool} have neither: all requests count.`] : []
		]
	};
}
function inOurNames(measurement, stepMs) {
	const known = OUR_NAMES[measurement.metric];
	if (known === void 0) return [];
	const isLatency = known.quantity === "latency";
	const steps = [...measurement.stats.keys()].filter((stat) => /^p\d/.test(stat)).map((stat) => [stat, stepMs ?? 0]);
	return [{
		...measurement,
		...known,
		...isLatency && measurement.endpoint === null ? { central: "p95" } : {},
		...isLatency && stepMs !== void 0 ? { steps: new Map(steps) } : {}
	}];
}
/** Adds the numbers of requests and of failed requests. They follow from the times, because each request has a time. */
function withCounts(points) {
	const latency = points.metrics.get(REQUEST_DURATION);
	if (latency === void 0) return points;
	const counted = (name, kind, sumOf) => {
		const metric = {
			name,
			kind,
			contains: "default",
			series: [],
			column: null
		};
		metric.series.push(...latency.series.map((one) => ({
			...one,
			metric,
			column: null,
			sum: sumOf(one)
		})));
		return [name, metric];
	};
	const metrics = new Map([
		...points.metrics,
		counted("http_reqs", "counter", ({ count }) => count),
		counted("http_req_failed", "rate", ({ count, successful }) => successful === false ? count : 0)
	]);
	return {
		...points,
		metrics
	};
}
/**
* The limit of remembered names. There are far fewer endpoints, because the names beyond their cap are counted
* together.
*/
const MAX_NAMES$4 = 2e4;
function requestReceiver(points) {
	const numbers = /* @__PURE__ */ new Map();
	const numberOfSeries = /* @__PURE__ */ new Map();
	const succeeded = [];
	const failed = [];
	/** The series of a name. The scenario shows that the request belongs to the load and not to a setup. */
	function seriesOf(name, isExpected) {
		return points.series(REQUEST_DURATION, {
			name,
			scenario: "load",
			expected_response: `${isExpected}`
		});
	}
	function numberOf(name) {
		const known = numbers.get(name);
		if (known !== void 0) return known;
		const series = seriesOf(name, true);
		const number = numberOfSeries.get(series) ?? succeeded.length;
		if (number === succeeded.length) {
			numberOfSeries.set(series, number);
			succeeded.push(series);
			failed.push(seriesOf(name, false));
		}
		if (numbers.size >= MAX_NAMES$4) numbers.clear();
		numbers.set(name, number);
		return number;
	}
	function add(number, endMs, durationMs, isFailed) {
		const series = (isFailed ? failed : succeeded)[number];
		if (series !== void 0) points.add(series, endMs, durationMs);
	}
	return {
		numberOf,
		add
	};
}
// src/formats/gatling.ts
const NAME$8 = "Gatling";
/**
* Exit code 2 means that an assertion of the simulation failed. The run is complete.
* https://docs.gatling.io/concepts/assertions/
*/
const tool$5 = {
	name: NAME$8,
	joins: false,
	asides: [
		{
			recognizes: (start) => /^---- Global Information ---|^={20,}\n.*GATLING|^> request count /m.test(start),
			what: "The file is what Gatling prints, without single requests; its percentiles are wrong since 3.13.",
			advice: "Give simulation.log, which lies in the folder of the report."
		},
		{
			recognizes: (start) => /"numberOfRequests"\s*:/.test(start) && /"(?:percentiles1|minResponseTime)"\s*:/.test(start),
			what: "The file is a statistics JSON of the report of Gatling, without single requests.",
			advice: "Give simulation.log, which lies in the folder of the report."
		},
		{
			recognizes: (start) => /^(?:USER|REQUEST|GROUP)\t/.test(start),
			what: "The file has lines of a Gatling log without its first lines, which say when the run started.",
			advice: "Give the whole simulation.log."
		}
	],
	exitCode: wholeWith(NAME$8, [0, 2], "the simulation could not be run")
};
const gatling = [{
	id: "gatling-text",
	tool: tool$5,
	title: "Gatling simulation.log (text)",
	content: "points",
	recognizes: (prefix) => /^(?:RUN|ASSERTION)\t/.test(new TextDecoder().decode(prefix.subarray(0, 64))),
	parse: (chunks, options) => read$6("gatling-text", createGatlingTextScanner, [chunks], options),
	merge: (parts, options) => read$6("gatling-text", createGatlingTextScanner, parts, options)
}, {
	id: "gatling-binary",
	tool: tool$5,
	title: "Gatling simulation.log (binary)",
	content: "points",
	recognizes(prefix) {
		if (prefix[0] !== 0 || prefix.length < 12) return false;
		const length = new DataView(prefix.buffer, prefix.byteOffset).getInt32(1);
		return length >= 3 && length <= 20 && /^\d+\.\d+/.test(new TextDecoder().decode(prefix.subarray(5, 5 + length)));
	},
	parse: (chunks, options) => read$6("gatling-binary", createGatlingBinaryScanner, [chunks], options),
	merge: (parts, options) => read$6("gatling-binary", createGatlingBinaryScanner, parts, options)
}];
async function read$6(id, scannerOf, parts, options) {
	const log = {
		version: null,
		started: 0,
		ended: 0,
		redirects: 0,
		withoutEnd: 0
	};
	const createScanner = (receiver) => scannerOf(countingRedirects(receiver, log), log);
	const facts = () => ({
		toolVersion: log.version,
		notes: notesOf$3(log)
	});
	return readRequests({
		id,
		tool: NAME$8,
		stepMs: 1,
		createScanner,
		facts
	}, parts, options);
}
/**
* Counts redirects. Gatling writes a redirect as a request of its own, named after the first request. The first request
* then only covers the answer that redirects.
*/
function countingRedirects(receiver, log) {
	/** Whether the request with this number is a redirect. Names beyond the cap share a number and are not counted. */
	const areRedirects = [];
	return {
		numberOf(name) {
			const number = receiver.numberOf(name);
			areRedirects[number] = (areRedirects[number] ?? true) && / Redirect \d+$/.test(name);
			return number;
		},
		add(number, endMs, durationMs, isFailed) {
			if (areRedirects[number] === true) log.redirects += 1;
			receiver.add(number, endMs, durationMs, isFailed);
		}
	};
}
function notesOf$3({ started, ended, redirects, withoutEnd }) {
	return [
		...redirects > 0 ? [text`${redirects} requests are redirects, called "NAME Redirect 1". The time of NAME covers only the answer that redirects.`] : [],
		...started > ended ? [text`${started - ended} of ${started} users did not end: the simulation was stopped before they were done.`] : [],
		...withoutEnd > 0 ? [text`${withoutEnd} requests have no end, and do not count.`] : []
	];
}
// src/formats/json-array.ts
const MAX_ENTRY_CHARACTERS = 1048576;
const MAX_REST_CHARACTERS = 4194304;
/**
* @param key of a list at the top level of the object. Each entry of the list is passed to `take` as soon as it is
* complete.
*/
function streamArray(key, take) {
	const decode = utf8Pieces();
	let rest = "";
	let entry = "";
	let depth = 0;
	let isInString = false;
	let isEscaped = false;
	let isInList = false;
	let lastString = "";
	function read(text) {
		let from = 0;
		for (let at = 0; at < text.length; at += 1) {
			const character = text[at];
			if (isInString) {
				if (isEscaped) isEscaped = false;
				else if (character === "\\") isEscaped = true;
				else if (character === "\"") isInString = false;
				else if (!isInList && depth === 1) lastString += character;
				continue;
			}
			if (character === "\"") {
				isInString = true;
				if (!isInList) lastString = "";
			} else if (character === "{" || character === "[") {
				depth += 1;
				if (!isInList && character === "[" && depth === 2 && lastString === key) {
					keep(text.slice(from, at + 1));
					isInList = true;
					from = at + 1;
				}
			} else if (character === "}" || character === "]") {
				depth -= 1;
				if (isInList && depth === 1) {
					takeEntry(text.slice(from, at));
					isInList = false;
					from = at;
				}
			} else if (character === "," && isInList && depth === 2) {
				takeEntry(text.slice(from, at));
				from = at + 1;
			}
		}
		if (isInList) addToEntry(text.slice(from));
		else keep(text.slice(from));
	}
	function addToEntry(text) {
		entry += text;
		if (entry.length > MAX_ENTRY_CHARACTERS) throw new UserError(`An entry of ${key} is longer than 1 MiB. The file is damaged.`);
	}
	function takeEntry(text) {
		addToEntry(text);
		const whole = entry.trim();
		entry = "";
		if (whole !== "") take(parsed(whole));
	}
	function keep(text) {
		rest += text;
		if (rest.length > MAX_REST_CHARACTERS) throw new UserError(`The file is larger than 4 MiB without its ${key}. It is damaged or of another tool.`);
	}
	function end() {
		read(decode());
		if (depth !== 0 || isInString || isInList) throw new UserError("The JSON ends in the middle: the file is truncated. Was the disk full, or the job cancelled while it was written?");
		return parsed(rest);
	}
	return {
		push: (chunk) => read(decode(chunk)),
		end
	};
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		throw new UserError("The file starts like JSON, but is not valid JSON. It is damaged or was edited.");
	}
}
// src/formats/ghz.ts
const NAME$7 = "ghz";
/** ghz exits with 0 even if all calls failed because the server was down. It exits with 1 for invalid options. */
const ghzTool = {
	name: NAME$7,
	joins: true,
	asides: [{
		recognizes: (start) => /^(?:# TYPE ghz_run_|ghz_run|ghz_detail)/.test(start),
		what: "The file is what ghz writes for Prometheus or InfluxDB.",
		advice: "Write JSON: ghz -O json -o FILE."
	}, {
		recognizes: (start) => /^\s*\d+(?:\.\d+)?%\s+[\d.]+[KMG]iB \/ /.test(start),
		what: "The file is docker stats, as grpc_bench keeps them beside its reports.",
		advice: "Give the report of ghz beside it."
	}],
	exitCode: wholeWith(NAME$7, [0], "its options were not understood")
};
const ghz = [{
	id: "ghz",
	tool: ghzTool,
	title: "ghz -O json",
	content: "points",
	recognizes(prefix) {
		const start = new TextDecoder().decode(prefix);
		return /^\s*\{\s*"(?:name|date)":/.test(start) && /"endReason":/.test(start) && /"options":\s*\{\s*"call":/.test(start);
	},
	parse: (chunks, options) => read$5([chunks], options),
	merge: read$5
}];
async function read$5(parts, options) {
	const notes = [];
	const bases = /* @__PURE__ */ new Set();
	return {
		...await readRequests({
			id: "ghz",
			tool: NAME$7,
			createScanner: (receiver) => createScanner(receiver, (report) => {
				notes.push(...report.notes);
				bases.add(report.basis);
			}),
			facts: () => ({
				toolVersion: null,
				notes
			})
		}, parts, options),
		basis: [...bases].sort().join(" and ")
	};
}
function createScanner(receiver, tell) {
	const calls = [];
	const { push, end } = streamArray("details", (entry) => calls.push(callOf(entry)));
	return {
		push,
		end() {
			const report = end();
			if (!isObject(report) || !isObject(report.options)) throw new UserError("The file of ghz has no options. It is damaged or was edited.");
			const { options } = report;
			const method = typeof options.call === "string" ? options.call : "";
			const cut = cutAtTheEnd(calls, report, options);
			const number = receiver.numberOf(method);
			for (const call of calls) {
				if (cut.has(call)) continue;
				const { startMs, durationMs, status } = call;
				receiver.add(number, startMs + durationMs, durationMs, status !== "OK");
			}
			tell({
				notes: notesOf$2(method, calls, cut.size, report),
				basis: options.async === true ? "open load" : "closed load"
			});
		}
	};
}
function callOf(entry) {
	if (!isObject(entry)) throw new UserError(text`A call of ghz is ${quote(entry)}, not an object. The file is damaged or was edited.`);
	const { timestamp, latency, status, error } = entry;
	const startMs = typeof timestamp === "string" ? Date.parse(timestamp) : NaN;
	if (!Number.isFinite(startMs) || typeof latency !== "number" || !(latency >= 0) || typeof status !== "string") throw new UserError(text`A call of ghz has the timestamp ${quote(timestamp)}, the latency ${quote(latency)} and the status ${quote(status)}. The file is damaged or was edited.`);
	return {
		startMs,
		durationMs: latency / 1e6,
		status,
		error: typeof error === "string" ? error : ""
	};
}
/**
* The calls that were cancelled at the end. With `-z`, each worker has one call in flight when the time is over, and it
* is cancelled, also in a healthy run: https://github.com/bojand/ghz/issues/370. These calls show nothing about the
* service.
*/
function cutAtTheEnd(calls, { endReason }, { concurrency }) {
	if (endReason !== "timeout" || typeof concurrency !== "number") return /* @__PURE__ */ new Set();
	const last = calls.toSorted((left, right) => left.startMs - right.startMs).slice(-concurrency);
	return new Set(last.filter(({ status, error }) => status === "Canceled" || status === "Unavailable" && /closing/.test(error)));
}
function notesOf$2(method, calls, cut, { count }) {
	const deadlines = calls.filter(({ status }) => status === "DeadlineExceeded").length;
	return [
		...cut > 0 ? [text`${cut} calls of ${name(method)} that were in flight when the time was over do not count. With --duration-stop wait there are none.`] : [],
		...deadlines > 0 ? [text`${deadlines} calls of ${name(method)} ended at their deadline and count as failed: the latency of the others looks better than the service was.`] : [],
		...typeof count === "number" && count > calls.length ? [text`ghz made ${count} calls of ${name(method)} and wrote ${calls.length} of them: it keeps at most 1,000,000.`] : []
	];
}
// src/formats/ghz-csv.ts
/**
* Time, status and error text. ghz does not quote the error text, which may contain commas and quotes, so a CSV reader
* would fail.
*/
const ROW = /^(\d+(?:\.\d+)?),([A-Za-z]+),(.*)$/;
/** The times have two decimals. */
const STEP_MS = .01;
/**
* `ghz -O csv`: one row per call, without dates and without the name of the method. Other facts of the JSON are missing
* too.
* https://github.com/bojand/ghz/blob/v0.121.0/printer/template.go
*/
const ghzCsv = {
	id: "ghz-csv",
	tool: ghzTool,
	title: "ghz -O csv",
	content: "summary",
	aside: {
		what: "The file is the CSV of ghz, with times of two decimals and without dates.",
		advice: "Write JSON: ghz -O json -o FILE."
	},
	recognizes: (prefix) => /^\s*duration \(ms\),status,error\r?\n/.test(new TextDecoder().decode(prefix.subarray(0, 64))),
	parse: (chunks, options) => read$4([chunks], options),
	merge: read$4
};
async function read$4(parts, options) {
	const calls = await Promise.all(parts.map(callsOf));
	const all = calls.reduce((sum, one) => sum + one.all, 0);
	const cut = calls.reduce((sum, one) => sum + one.cut, 0);
	if (all === 0) throw new UserError("ghz made no call that counts: nothing was measured.");
	const okMs = Float64Array.from(calls.flatMap((one) => [...one.okMs]));
	return {
		format: "ghz-csv",
		tool: ghzTool.name,
		basis: "CSV",
		toolVersion: null,
		durationMs: null,
		scriptHash: null,
		measurements: [
			latencyOf$4(okMs, all),
			errorShare(all - okMs.length, all),
			throughput$2(all, null)
		],
		thresholds: [],
		notes: [
			text`The CSV of ghz has no dates, so throughput is not known and the warm-up cannot be left out. The JSON (-O json) has dates.`,
			...cut > 0 ? [text`${cut} calls at the end that were cancelled do not count: they were in flight when the time was over.`] : [],
			...calls.flatMap(({ timeoutNote }) => timeoutNote === null ? [] : [timeoutNote])
		],
		...selectionOf(options, null)
	};
}
async function callsOf(chunks) {
	const okMs = [];
	const timeouts = createTimeoutWatch();
	let all = 0;
	let cancelledInARow = 0;
	const lines = createTextLines((line) => {
		const [, time, status] = ROW.exec(line) ?? [];
		if (time === void 0) return;
		all += 1;
		cancelledInARow = status === "Canceled" ? cancelledInARow + 1 : 0;
		if (Number(time) >= SHORTEST_WATCHED_MS) timeouts.see(Number(time));
		if (status === "OK") okMs.push(Number(time));
	});
	for await (const chunk of chunks) lines.push(chunk);
	lines.end();
	return {
		okMs: Float64Array.from(okMs),
		all: all - cancelledInARow,
		cut: cancelledInARow,
		timeoutNote: timeouts.note()
	};
}
function latencyOf$4(okMs, all) {
	const isEmpty = okMs.length === 0;
	const why = noneSucceeded(all);
	const simple = [
		["avg", okMs.reduce((sum, value) => sum + value, 0) / okMs.length],
		["min", okMs.reduce((least, value) => Math.min(least, value), 1e400)],
		["max", okMs.reduce((most, value) => Math.max(most, value), 0)]
	];
	const quantiles = isEmpty ? [] : quantilesInPlace(okMs, PROBABILITIES);
	return {
		...LATENCY_FIELDS,
		population: "successful",
		central: "p95",
		sampleCount: okMs.length,
		stats: new Map(isEmpty ? [] : [...simple, ...PERCENTILES$1.map(([stat], index) => [stat, quantiles[index] ?? 0])]),
		unusable: new Map(isEmpty ? PERCENTILES$1.map(([stat]) => [stat, why]) : []),
		steps: new Map(PERCENTILES$1.map(([stat]) => [stat, STEP_MS]))
	};
}
// src/formats/ghz-summary.ts
/**
* The units in which ghz prints a time: https://github.com/bojand/ghz/blob/v0.121.0/printer/printer.go,
* `formatNanoUnit`.
*/
const MILLISECONDS$3 = {
	ns: 1e-6,
	µs: .001,
	us: .001,
	ms: 1,
	s: 1e3
};
/**
* The text that ghz prints for one method. grpc_bench saves it for each implementation as `NAME_bench.report`
* (https://github.com/LesnyRumcajs/grpc_bench, bench.sh). Times have two decimals, and percentiles are of successful
* calls.
*/
const ghzSummary = {
	id: "ghz-summary",
	tool: ghzTool,
	title: "ghz summary text",
	content: "summary",
	isWholeRun: true,
	recognizes: (prefix) => {
		const start = new TextDecoder().decode(prefix.subarray(0, 8192));
		return /^\s*Summary:\s+(?:Name:.*\s+)?Count:\s/.test(start) && /Requests\/sec:/.test(start);
	},
	parse: parse$2,
	merge: async () => {
		throw new UserError("Texts of ghz cannot be merged. Write JSON: ghz -O json, or give each a service of its own.");
	}
};
async function parse$2(chunks, options) {
	const printed = decodeUtf8(await joinChunks(chunks));
	if (!printed.endsWith("\n")) throw new UserError("The last line has no end. The file is truncated: was ghz killed while it wrote?");
	const statuses = new Map([...printed.matchAll(/^\s*\[(\w+)\]\s+(\d+) responses\s*$/gm)].map(([, status = "", count]) => [status, Number(count)]));
	const counted = [...statuses.values()].reduce((sum, count) => sum + count, 0);
	if (counted === 0) throw new UserError(`The text of ghz has no status codes: nothing was answered, or the end of the file is missing.`);
	const cut = Number(/^\s*\[(\d+)\]\s+rpc error: code = Canceled desc = .*connection is closing/m.exec(printed)?.[1] ?? 0);
	const ok = statuses.get("OK") ?? 0;
	const calls = counted - cut;
	const seconds = (timeAt(printed, /^\s*Total:\s+(.*)$/m) ?? 0) / 1e3;
	return {
		format: "ghz-summary",
		tool: ghzTool.name,
		basis: "text summary",
		toolVersion: null,
		durationMs: seconds > 0 ? seconds * 1e3 : null,
		scriptHash: null,
		measurements: [
			latencyOf$3(printed, ok, calls),
			errorShare(calls - ok, calls),
			throughput$2(calls, seconds > 0 ? calls / seconds : null)
		],
		thresholds: [],
		notes: [
			text`The text of ghz has times of two decimals and no single calls. With -O json each method is judged, and the warm-up can be left out.`,
			...cut > 0 ? [text`${cut} calls that were in flight when the time was over do not count.`] : [],
			...narrowsSamples(options) ? [text`The policy excludes or filters samples. A text cannot be trimmed: it holds the whole run.`] : []
		],
		...selectionOf(options, null)
	};
}
function latencyOf$3(printed, ok, calls) {
	const stats = /* @__PURE__ */ new Map();
	const steps = /* @__PURE__ */ new Map();
	for (const [, percent = "", time = ""] of printed.matchAll(/^\s*(\d+) % in (.*?)\s*$/gm)) {
		const value = millisecondsOf$2(time);
		if (value === null) continue;
		stats.set(`p${percent}`, value);
		steps.set(`p${percent}`, (MILLISECONDS$3[time.split(" ")[1] ?? ""] ?? 1) / 100);
	}
	const problem = ok === 0 ? noneSucceeded(calls) : stats.has("p95") ? null : text`the text has no latency distribution`;
	return {
		...LATENCY_FIELDS,
		population: "successful",
		central: "p95",
		sampleCount: ok,
		stats: problem === null ? stats : /* @__PURE__ */ new Map(),
		unusable: problem === null ? /* @__PURE__ */ new Map() : new Map([
			"p50",
			"p95",
			"p99"
		].map((stat) => [stat, problem])),
		steps
	};
}
function timeAt(printed, line) {
	return millisecondsOf$2(line.exec(printed)?.[1]?.trim() ?? "");
}
/** Milliseconds of a printed time such as `28.50 ms`. null: it is not a time. */
function millisecondsOf$2(printed) {
	const [number, unit = ""] = printed.split(" ");
	const factor = MILLISECONDS$3[unit];
	return factor === void 0 || !/^\d+(?:\.\d+)?$/.test(number ?? "") ? null : Number(number) * factor;
}
// src/formats/document-format.ts
/** More bytes than the first fields take. */
const BEGINNING_BYTES = 4096;
function beginningOf(prefix) {
	return new TextDecoder().decode(prefix.subarray(0, BEGINNING_BYTES)).trimStart();
}
function documentFormat(format) {
	const { id, tool, title, content } = format;
	const parse = async (chunks, options) => {
		const document = await readJsonDocument(chunks);
		const parsed = format.shape(await import("./shape-parts.js")).safeParse(document);
		if (!parsed.success) {
			const issue = parsed.error.issues[0];
			const at = issue === void 0 || issue.path.length === 0 ? "The file" : issue.path.map(String).join(".");
			throw new UserError(text`${name(quotedLine(at).slice(1, -1))} is not as ${tool.name} writes it: ${issue?.message ?? "not valid"}. The file is damaged or was edited.`);
		}
		const run = format.run(parsed.data);
		const notes = narrowsSamples(options) ? [...run.notes, text`The policy excludes or filters samples. ${title} cannot be trimmed: it holds the whole run.`] : run.notes;
		return {
			...run,
			notes,
			...selectionOf(options, null)
		};
	};
	return {
		id,
		tool,
		title,
		content,
		recognizes(prefix, json = () => jsonValue(prefix)) {
			const document = json();
			return document === void 0 ? format.beginning.test(beginningOf(prefix)) : format.recognizesJson(document);
		},
		parse,
		merge: async () => {
			throw new UserError(`${title} of several load generators cannot be merged. Give each of them a service or a run of its own.`);
		}
	};
}
// src/formats/google-benchmark.ts
const NAME$6 = "Google Benchmark";
const tool$4 = {
	name: NAME$6,
	joins: true,
	asides: [{
		recognizes: (start) => /^(?:.*\n)*?name,iterations,real_time,cpu_time,time_unit,/.test(start),
		what: "The file is the CSV of Google Benchmark, in which shares are scaled like times.",
		advice: "Write JSON: --benchmark_out=FILE --benchmark_out_format=json."
	}, {
		recognizes: (start) => /^Run on \(\d+ X .*CPU s?\)$/m.test(start),
		what: "The file is what Google Benchmark prints, which is rounded.",
		advice: "Write JSON: --benchmark_out=FILE --benchmark_out_format=json."
	}],
	exitCode: wholeWith(NAME$6, [0], "its options were not understood, or it crashed")
};
/** The units of GetTimeUnitString in https://github.com/google/benchmark/blob/v1.9.5/src/benchmark.cc. */
const MILLISECONDS$2 = {
	ns: 1e-6,
	us: .001,
	ms: 1,
	s: 1e3
};
/** A repetition of a benchmark, or an aggregate of its repetitions. */
function rowShape(z) {
	return z.object({
		name: z.string(),
		run_name: z.string().optional(),
		run_type: z.string().optional(),
		aggregate_name: z.string().optional(),
		real_time: z.number().optional(),
		cpu_time: z.number().optional(),
		time_unit: z.string().optional(),
		error_occurred: z.boolean().optional(),
		error_message: z.string().optional(),
		skipped: z.boolean().optional()
	});
}
const googleBenchmark = [documentFormat({
	id: "google-benchmark",
	tool: tool$4,
	title: "Google Benchmark JSON",
	content: "summary",
	beginning: /^\{\s*"context":\s*\{[^}]*"num_cpus":/,
	recognizesJson: (document) => isObject(document) && isObject(document.context) && "num_cpus" in document.context && Array.isArray(document.benchmarks),
	shape: (z) => z.object({
		context: z.object({
			date: z.string().optional(),
			num_cpus: z.number(),
			cpu_scaling_enabled: z.boolean().optional(),
			load_avg: z.array(z.number()).optional(),
			library_version: z.string().optional(),
			library_build_type: z.string().optional()
		}),
		benchmarks: z.array(rowShape(z))
	}),
	run({ context, benchmarks }) {
		const names = [...new Set(benchmarks.filter((row) => !isComplexity(row)).map(nameOf$2))];
		if (names.length === 0) throw new UserError("The file of Google Benchmark holds no benchmark: nothing was measured. Was the filter right?");
		return benchmarkRun({
			format: "google-benchmark",
			tool: NAME$6,
			...beganOn(context.date),
			toolVersion: context.library_version?.replace(/^v/, "") ?? null,
			measurements: names.flatMap((name) => measurementsOf$2(name, benchmarks.filter((row) => nameOf$2(row) === name))),
			notes: [
				...benchmarks.some(isAggregate) && !benchmarks.some(isRepetition) ? [text`The file has only aggregates of the repetitions: their median counts, and their spread is not known.`] : [],
				...context.library_build_type === "debug" ? [text`The benchmark library is a debug build: its own time is in the results.`] : [],
				...context.cpu_scaling_enabled === true ? [text`The clock of the CPU was allowed to change: times vary with it.`] : [],
				...loadNotes(context.load_avg?.[0], context.num_cpus)
			]
		});
	}
})];
function loadNotes(load, cpus) {
	return load === void 0 || load <= cpus ? [] : [text`The machine was busy: a load of ${load.toFixed(1)} on ${cpus} CPUs. Times by the wall clock are unreliable.`];
}
function nameOf$2({ run_name, name }) {
	return run_name ?? name;
}
function isAggregate({ run_type }) {
	return run_type === "aggregate";
}
/** A successful repetition. Failed repetitions are written even if the file has only aggregates. */
function isRepetition(row) {
	return !isAggregate(row) && row.error_occurred !== true;
}
/** Whether the row belongs to a fitted complexity and has coefficients instead of times. */
function isComplexity({ aggregate_name }) {
	return aggregate_name === "BigO" || aggregate_name === "RMS";
}
function measurementsOf$2(name, rows) {
	const repetitions = rows.filter((row) => !isAggregate(row));
	const failed = repetitions.filter(({ error_occurred, skipped }) => error_occurred === true || skipped === true);
	const counted = repetitions.length > 0 ? repetitions : rows.filter(({ aggregate_name }) => aggregate_name === "median");
	const isWall = /\/(?:real_time|manual_time)(?:\/|$)/.test(name);
	const times = (read) => counted.map((row) => millisecondsOf$1(name, read(row), row.time_unit));
	const problem = failed.length === 0 ? {} : { problem: text`${failed.length} of ${repetitions.length} repetitions failed: ${failed[0]?.error_message ?? text`skipped`}` };
	const real = benchmarkMeasurement({
		name: isWall ? name : `${name} (wall clock)`,
		quantity: "duration",
		observations: failed.length > 0 ? [] : times(({ real_time }) => real_time),
		...isWall ? { central: "p50" } : {},
		...problem
	});
	if (isWall) return [real];
	return [benchmarkMeasurement({
		name,
		quantity: "duration",
		central: "p50",
		observations: failed.length > 0 ? [] : times(({ cpu_time }) => cpu_time),
		...problem
	}), real];
}
function millisecondsOf$1(name, time, unit = "ns") {
	const factor = MILLISECONDS$2[unit];
	if (factor === void 0) throw new UserError(`${name} is measured in ${JSON.stringify(unit)}, which is not a unit of time of Google Benchmark.`);
	return (time ?? NaN) * factor;
}
// src/formats/hyperfine.ts
const NAME$5 = "hyperfine";
/**
* Without `--ignore-failure`, hyperfine stops at a failing command, and its file holds only the commands before it.
* https://github.com/sharkdp/hyperfine
*/
const tool$3 = {
	name: NAME$5,
	joins: true,
	asides: [
		{
			recognizes: (start) => /^Benchmark (?:1|#1): /.test(start),
			what: "The file is what hyperfine prints, without single runs.",
			advice: "Let hyperfine write JSON: --export-json FILE."
		},
		{
			recognizes: (start) => /^(?:\| Command\s*\|\s*Mean \[|\[cols="<,>,>,>,>"\]\n)/.test(start),
			what: "The file is a table of hyperfine, without single runs.",
			advice: "Let hyperfine write JSON: --export-json FILE."
		},
		{
			recognizes: (start) => /^command,(?:mean,stddev,median|.*time_wall_clock_mean)/.test(start),
			what: "The file is the CSV of hyperfine, which has no single runs.",
			advice: "Let hyperfine write JSON: --export-json FILE."
		}
	],
	exitCode: wholeWith(NAME$5, [0], "a command failed, and those after it were not measured")
};
const hyperfine = [documentFormat({
	id: "hyperfine-1",
	tool: tool$3,
	title: "hyperfine --export-json",
	content: "summary",
	beginning: /^\{\s*"results":\s*\[\s*\{\s*"command":/,
	recognizesJson: (document) => isObject(document) && Array.isArray(document.results) && isObject(document.results[0]) && "times" in document.results[0],
	shape: (z) => z.object({ results: z.array(z.object({
		command: z.string(),
		user: z.number(),
		system: z.number(),
		times: z.array(z.number()),
		exit_codes: z.array(z.number().nullable()).optional(),
		parameters: z.record(z.string(), z.string()).optional()
	})) }),
	run: ({ results }) => runOf$1("hyperfine-1", {
		toolVersion: null,
		basis: "JSON 1"
	}, results.map(({ command, times, user, system, exit_codes = [], parameters = {} }) => ({
		name: command,
		parameters: described$1(Object.entries(parameters)),
		seconds: times,
		cpuSeconds: [user + system],
		exitCodes: exit_codes
	})))
}), documentFormat({
	id: "hyperfine-2",
	tool: tool$3,
	title: "hyperfine --export-json",
	content: "summary",
	beginning: /^\{\s*"schema_version":\s*\d+,\s*"metadata":\s*\{\s*"hyperfine_version":/,
	recognizesJson: (document) => isObject(document) && "schema_version" in document && isObject(document.metadata) && "hyperfine_version" in document.metadata,
	shape: (z) => {
		const seconds = z.object({
			value: z.number(),
			unit: z.literal("second")
		});
		return z.object({
			schema_version: z.literal(2),
			metadata: z.object({
				hyperfine_version: z.string(),
				start_time: z.string().optional()
			}),
			primary_metric: z.string().optional(),
			results: z.array(z.object({
				command: z.string(),
				name: z.string().nullable().optional(),
				parameters: z.record(z.string(), z.object({ value: z.unknown() })).optional(),
				measurements: z.array(z.object({
					time_wall_clock: seconds,
					time_cpu: seconds.optional(),
					exit_code: z.number().nullable().optional()
				}))
			}))
		});
	},
	run: ({ metadata, results }) => runOf$1("hyperfine-2", {
		toolVersion: metadata.hyperfine_version,
		basis: "JSON 2",
		...beganOn(metadata.start_time)
	}, results.map(({ command, name, parameters = {}, measurements }) => ({
		name: name ?? command,
		parameters: described$1(Object.entries(parameters).map(([key, { value }]) => [key, String(value)])),
		seconds: measurements.map((one) => one.time_wall_clock.value),
		cpuSeconds: measurements.flatMap((one) => one.time_cpu?.value ?? []),
		exitCodes: measurements.flatMap(({ exit_code }) => exit_code === void 0 ? [] : [exit_code])
	})))
})];
function described$1(parameters) {
	return parameters.map(([name, value]) => `${name}=${value}`).sort().join(", ");
}
function runOf$1(format, version, commands) {
	if (commands.length === 0) throw new UserError("The file of hyperfine holds no command: nothing was measured.");
	const ids = commands.map((one) => idOf(one, commands));
	const exits = commands.flatMap(({ exitCodes }) => exitCodes);
	const measurements = commands.flatMap((command, index) => {
		const name = ids[index] ?? "";
		const milliseconds = (all) => all.map((value) => value * 1e3);
		const cpu = milliseconds(command.cpuSeconds).filter((value) => value > 0);
		return [benchmarkMeasurement({
			name,
			quantity: "duration",
			central: "p50",
			observations: milliseconds(command.seconds)
		}), ...cpu.length === 0 ? [] : [benchmarkMeasurement({
			name: `${name} (CPU)`,
			quantity: "duration",
			observations: cpu
		})]];
	});
	return benchmarkRun({
		format,
		tool: NAME$5,
		...version,
		measurements: [...measurements, ...exits.length === 0 ? [] : [errorShare(exits.filter((code) => code !== 0).length, exits.length)]],
		notes: commands.flatMap(({ exitCodes, seconds }, index) => [...exitCodes.some((code) => code !== 0) ? [text`${exitCodes.filter((code) => code !== 0).length} of ${exitCodes.length} runs of ${name(ids[index] ?? "")} ended with an exit code other than 0.`] : [], ...seconds.length === 1 ? [text`${name(ids[index] ?? "")} ran once, so its noise is not known. Use --runs 10.`] : []])
	});
}
/**
* The name of a command. If several commands have the same name, the parameters are added. The text of an unnamed
* command already contains their values.
*/
function idOf({ name, parameters }, all) {
	return all.filter((other) => other.name === name).length > 1 && parameters !== "" ? `${name} (${parameters})` : name;
}
// src/formats/jmeter-samples.ts
/**
* The message of a transaction controller: TransactionSampler.java in https://github.com/apache/jmeter/tree/rel/v5.6.3.
*/
const TRANSACTION = /^Number of samples in transaction : \d+, number of failing samples : \d+$/;
/** Since JMeter 5.0, parts of `page` are labelled `page-0` and `page-0-1`: SampleResult.java, `subResultIndex`. */
const PART = /^(.+?)(?:-\d+)+$/s;
/**
* A longer pause does not belong to a load test. It shows that JMeter appended a second run to the file of the first
* run.
*/
const PAUSE_MS = 3e4;
/** The limit of waiting samples. JMeter writes a page before its parts or shortly after them, so few samples wait. */
const MAX_WAITING = 1e5;
/** With more labels than this, the labels are addresses with an id in them. */
const MAX_LABELS = 5e4;
/** Longer labels are refused later, so their pages do not matter. */
const MAX_LABEL_CHARACTERS = 8192;
/**
* Leaves out parts of other samples. The time of a page includes its redirects and embedded files, and the time of a
* transaction includes its requests, so adding both would count that time twice. A label may end in `-0` by chance. It
* is therefore a part only if its page is in the file too, and its samples wait until that is known.
*/
function sampleReceiver(receiver) {
	const labels = /* @__PURE__ */ new Map();
	const controllers = /* @__PURE__ */ new Set();
	const waiting = /* @__PURE__ */ new Map();
	const waitingFor = /* @__PURE__ */ new Map();
	let waitingSamples = 0;
	let transactions = 0;
	let parts = 0;
	let lastEndMs = NaN;
	let longestPauseMs = 0;
	let lacksMessages = false;
	let hasZone = true;
	function labelOf(name) {
		const known = labels.get(name);
		if (known !== void 0) return known;
		const pages = pagesOf(name);
		const isPart = pages.some((page) => labels.get(page)?.role === "request");
		const isOpen = pages.length > 0 && waitingSamples < MAX_WAITING && labels.size < MAX_LABELS;
		const role = isPart ? "part" : isOpen ? "waiting" : "request";
		const label = {
			name,
			number: null,
			pages,
			role
		};
		if (labels.size < MAX_LABELS) labels.set(name, label);
		if (role === "waiting") expect(label);
		if (role === "request") takeParts(name);
		return label;
	}
	function expect(label) {
		for (const page of label.pages) {
			const known = waitingFor.get(page);
			if (known === void 0) waitingFor.set(page, [label]);
			else known.push(label);
		}
	}
	function add(label, startMs, durationMs, isFailed) {
		if (label.role === "request") emit(label, startMs, durationMs, isFailed);
		else if (label.role === "part") parts += 1;
		else wait(label, {
			startMs,
			durationMs,
			isFailed
		});
	}
	function wait(label, sample) {
		const known = waiting.get(label);
		if (known === void 0) waiting.set(label, [sample]);
		else known.push(sample);
		waitingSamples += 1;
		if (waitingSamples >= MAX_WAITING) releaseAll();
	}
	/** The waiting labels turn out to be parts of this page. */
	function takeParts(page) {
		for (const label of waitingFor.get(page) ?? []) {
			if (label.role !== "waiting") continue;
			label.role = "part";
			parts += waiting.get(label)?.length ?? 0;
			waiting.delete(label);
		}
		waitingFor.delete(page);
	}
	function releaseAll() {
		for (const [label, samples] of waiting) {
			label.role = "request";
			for (const { startMs, durationMs, isFailed } of samples) emit(label, startMs, durationMs, isFailed);
		}
		waiting.clear();
		waitingFor.clear();
	}
	function emit(label, startMs, durationMs, isFailed) {
		const endMs = startMs + durationMs;
		if (startMs - lastEndMs > longestPauseMs) longestPauseMs = startMs - lastEndMs;
		if (!(lastEndMs >= endMs)) lastEndMs = endMs;
		label.number ??= receiver.numberOf(label.name);
		receiver.add(label.number, endMs, durationMs, isFailed);
	}
	/**
	* A controller that was cut short at the end of the test has no message. It is recognised by the other samples of its
	* label.
	*/
	function leaveOutTransaction(label, message) {
		if (!TRANSACTION.test(message) && !(message === "" && controllers.has(label))) return false;
		transactions += 1;
		controllers.add(label);
		return true;
	}
	function notes() {
		return [
			...transactions > 0 ? [text`${transactions} samples of transaction controllers do not count, because their requests do.`] : [],
			...parts > 0 ? [text`${parts} redirects and embedded files do not count, because the time of their page includes them. JMeter's own total counts them twice.`] : [],
			...lacksMessages ? [text`The file has no column responseMessage, so transaction controllers cannot be told from requests.`] : [],
			...longestPauseMs >= PAUSE_MS ? [text`No request was made for ${Math.round(longestPauseMs / 1e3)} s in the middle. JMeter appends to its file, so the file may hold two runs. Delete it before each run.`] : []
		];
	}
	return {
		labelOf,
		add,
		leaveOutTransaction,
		leaveOutPart: () => {
			parts += 1;
		},
		lackZone: () => {
			hasZone = false;
		},
		hasZone: () => hasZone,
		cannotTellTransactions: () => {
			lacksMessages = true;
		},
		end: releaseAll,
		notes
	};
}
function pagesOf(label) {
	const code = label.charCodeAt(label.length - 1);
	if (code < 48 || code > 57 || label.length > MAX_LABEL_CHARACTERS || !PART.test(label)) return [];
	const pages = [];
	for (let rest = label; /-\d+$/.test(rest);) {
		rest = rest.replace(/-\d+$/, "");
		if (rest !== "") pages.push(rest);
	}
	return pages;
}
// src/formats/row-scanner.ts
const MAX_ROW_CHARACTERS = 1048576;
const QUOTE = "\"";
/**
* Reads CSV of any size and with any delimiter. Fields may be quoted, and then hold the delimiter, line breaks and
* doubled quotes (https://www.rfc-editor.org/rfc/rfc4180). Most rows have no quotes and are simply split.
*/
function createRowScanner(reader) {
	const decode = utf8Pieces(() => `, after row ${rows}`);
	let delimiter = null;
	let carried = "";
	let rows = 0;
	function take(added) {
		const text = carried === "" ? added : carried + added;
		let start = 0;
		let quote = text.indexOf(QUOTE);
		for (;;) {
			if (quote >= 0 && quote < start) quote = text.indexOf(QUOTE, start);
			const end = endOfRow(text, start, quote);
			if (end < 0) break;
			readRow(text.slice(start, text[end - 1] === "\r" && end > start ? end - 1 : end));
			start = end + 1;
		}
		carried = text.slice(start);
		if (carried.length > MAX_ROW_CHARACTERS) throw new UserError(`Row ${rows + 1} is longer than 1 MiB, or a quote in it is not closed. The file is damaged.`);
	}
	function readRow(text) {
		rows += 1;
		if (text.trim() === "") return;
		delimiter ??= reader.delimiterOf(text);
		const fields = text.includes(QUOTE) ? quotedFields(text, delimiter) : text.split(delimiter);
		if (fields === null) throw new UserError(`Row ${rows} has text after a closing quote. The file is damaged.`);
		reader.read(fields, rows);
	}
	function end() {
		take(decode());
		if (carried.trim() !== "") throw new UserError(`The last row, ${rows + 1}, has no end. The file is truncated: was the tool killed while it wrote, or the disk full?`);
		reader.end();
	}
	return {
		push: (chunk) => take(decode(chunk)),
		end,
		skipRow() {
			rows += 1;
		}
	};
}
/**
* The position of the line break that ends the row: the first line break with an even number of quotes before it. -1 if
* there is none.
*/
function endOfRow(text, start, firstQuote) {
	let end = text.indexOf("\n", start);
	let quote = firstQuote;
	while (end >= 0 && quote >= 0 && quote < end) {
		const closing = text.indexOf(QUOTE, quote + 1);
		if (closing < 0) return -1;
		if (closing > end) end = text.indexOf("\n", closing);
		quote = text.indexOf(QUOTE, closing + 1);
	}
	return end;
}
function quotedFields(row, delimiter) {
	const fields = [];
	let at = 0;
	for (;;) {
		if (row[at] !== QUOTE) {
			const next = row.indexOf(delimiter, at);
			fields.push(next < 0 ? row.slice(at) : row.slice(at, next));
			if (next < 0) return fields;
			at = next + delimiter.length;
			continue;
		}
		let end = row.indexOf(QUOTE, at + 1);
		while (end >= 0 && row[end + 1] === QUOTE) end = row.indexOf(QUOTE, end + 2);
		if (end < 0) return null;
		fields.push(row.slice(at + 1, end).replaceAll("\"\"", QUOTE));
		if (end + 1 >= row.length) return fields;
		if (!row.startsWith(delimiter, end + 1)) return null;
		at = end + 1 + delimiter.length;
	}
}
// src/formats/tag-scanner.ts
const MAX_TAG_CHARACTERS = 1048576;
const ENTITIES = {
	lt: "<",
	gt: ">",
	amp: "&",
	quot: "\"",
	apos: "'"
};
/**
* Streams the tags of an XML file that a program wrote. Texts and declarations are skipped. Only numeric entities and
* the five of XML are decoded, so no file can expand to more than its own size. https://www.w3.org/TR/xml/
*
* @param root the element whose end tag ends the file
*/
function createTagScanner(root, reader) {
	const decode = utf8Pieces();
	let carried = "";
	let isWhole = false;
	function take(added) {
		const text = carried + added;
		let at = 0;
		for (;;) {
			const start = text.indexOf("<", at);
			if (start < 0) {
				at = text.length;
				break;
			}
			const end = endOfTag(text, start);
			if (end < 0) {
				at = start;
				break;
			}
			readTag(text.slice(start + 1, end));
			at = end + 1;
		}
		carried = text.slice(at);
		if (carried.length > MAX_TAG_CHARACTERS) throw new UserError("A tag of the XML file is longer than 1 MiB. The file is damaged.");
	}
	function readTag(text) {
		if (/^[?!]/.test(text)) return;
		if (text.startsWith("/")) {
			const name = text.slice(1).trim();
			if (name === root) isWhole = true;
			reader.close(name);
			return;
		}
		const name = /^[^\s/]+/.exec(text)?.[0] ?? "";
		reader.open({
			name,
			attributes: attributesOf(text),
			isClosed: text.endsWith("/")
		});
	}
	function end() {
		take(decode());
		if (!isWhole) throw new UserError(`The XML file has no end tag </${root}>. It is truncated: was the tool killed while it wrote?`);
		reader.end();
	}
	return {
		push: (chunk) => take(decode(chunk)),
		end
	};
}
/** The position of the `>` that ends the tag or comment. -1 if it is not in the text. */
function endOfTag(text, start) {
	if (text.startsWith("<!--", start)) return endOf$1(text, "-->", start);
	if (text.startsWith("<![CDATA[", start)) return endOf$1(text, "]]>", start);
	let end = text.indexOf(">", start);
	let open = text.indexOf("\"", start);
	while (end >= 0 && open >= 0 && open < end) {
		const closing = text.indexOf("\"", open + 1);
		if (closing < 0) return -1;
		if (closing > end) end = text.indexOf(">", closing);
		open = text.indexOf("\"", closing + 1);
	}
	return end;
}
function endOf$1(text, mark, start) {
	const at = text.indexOf(mark, start);
	return at < 0 ? -1 : at + mark.length - 1;
}
function attributesOf(text) {
	const attributes = /* @__PURE__ */ new Map();
	for (const [, name = "", value = ""] of text.matchAll(/([\w:.-]+)="([^"]*)"/g)) attributes.set(name, decoded(value));
	return attributes;
}
function decoded(value) {
	if (!value.includes("&")) return value;
	return value.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi, (whole, decimal, hex, name) => {
		const code = decimal === void 0 ? hex === void 0 ? null : Number.parseInt(hex, 16) : Number(decimal);
		if (code !== null) return code <= 1114111 ? String.fromCodePoint(code) : whole;
		return ENTITIES[name] ?? whole;
	});
}
// src/formats/jmeter.ts
const NAME$4 = "JMeter";
/** JMeter exits with 0 even if samples failed. */
const tool$2 = {
	name: NAME$4,
	joins: false,
	asides: [
		{
			recognizes: (start) => /^summary [+=] +\d+ in /m.test(start),
			what: "The file is what JMeter prints, without single samples.",
			advice: "Give the JTL file: jmeter -n -t plan.jmx -l results.jtl."
		},
		{
			recognizes: (start) => /"sampleCount"\s*:/.test(start) && /"pct1ResTime"\s*:/.test(start),
			what: "The file is statistics.json of the dashboard of JMeter, whose percentiles are of the last 20,000 samples of each label only.",
			advice: "Give the JTL file: jmeter -n -t plan.jmx -l results.jtl."
		},
		{
			recognizes: (start) => WITHOUT_HEADER.test(start),
			what: "The file has rows of JMeter without a header, and not its usual 17 columns, so it is not known what each column holds.",
			advice: "Let JMeter write a header: -Jjmeter.save.saveservice.print_field_names=true."
		}
	],
	exitCode: wholeWith(NAME$4, [0], "the plan could not be run")
};
/** The columns of a file without a header: https://jmeter.apache.org/usermanual/listeners.html#csvlogformat */
const DEFAULT_COLUMNS = "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect".split(",");
const NEEDED = [
	"timeStamp",
	"elapsed",
	"label",
	"success"
];
const TRUE = textPattern("true");
const FALSE = textPattern("false");
/** The first letter of `Non HTTP response message` and `Number of samples in transaction`. */
const LETTER_N = 78;
/** The first column shows the delimiter: `timeStamp;` in a header, or a time and a duration if there is no header. */
const HEADER$1 = /^\ufeff?"?timeStamp"?([,;\t|])/;
const WITHOUT_HEADER = /^(?:\d{13}|\d{4}[/-]\d\d[/-]\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d{3})?)([,;\t|])\d+\1/;
const jmeter = [{
	id: "jmeter-csv",
	tool: tool$2,
	title: "JMeter JTL (CSV)",
	content: "points",
	recognizes(prefix) {
		const start = new TextDecoder().decode(prefix.subarray(0, 4096));
		if (HEADER$1.exec(start) !== null) return /^[^\n]*\belapsed\b[^\n]*\blabel\b/.test(start);
		const delimiter = WITHOUT_HEADER.exec(start)?.[1];
		return delimiter !== void 0 && (start.split("\n")[0]?.split(delimiter).length ?? 0) >= DEFAULT_COLUMNS.length;
	},
	parse: (chunks, options) => read$3("jmeter-csv", createJtlCsvScanner, [chunks], options),
	merge: (parts, options) => read$3("jmeter-csv", createJtlCsvScanner, parts, options)
}, {
	id: "jmeter-xml",
	tool: tool$2,
	title: "JMeter JTL (XML)",
	content: "points",
	recognizes: (prefix) => /^\s*(?:<\?xml[^>]*>\s*)?<testResults[\s>]/.test(new TextDecoder().decode(prefix.subarray(0, 1024))),
	parse: (chunks, options) => read$3("jmeter-xml", createJtlXmlScanner, [chunks], options),
	merge: (parts, options) => read$3("jmeter-xml", createJtlXmlScanner, parts, options)
}];
async function read$3(id, scannerOf, parts, options) {
	const all = [];
	const createScanner = (receiver) => {
		const samples = sampleReceiver(receiver);
		all.push(samples);
		return scannerOf(samples);
	};
	const facts = () => ({
		toolVersion: null,
		notes: distinct(all.flatMap((samples) => samples.notes())),
		hasZone: all.every((samples) => samples.hasZone())
	});
	return readRequests({
		id,
		tool: NAME$4,
		stepMs: 1,
		createScanner,
		facts
	}, parts, options);
}
function createJtlCsvScanner(samples) {
	let places = null;
	let columns = 0;
	let delimiter = ",";
	let labels = null;
	const row = createRowFields();
	function open(fields, isHeader) {
		const names = isHeader ? fields.map((name) => name.replace(/^\ufeff/, "")) : DEFAULT_COLUMNS;
		const absent = NEEDED.find((name) => !names.includes(name));
		if (absent !== void 0) throw new UserError(`The JTL file has no column ${absent}. Set jmeter.save.saveservice.* back to what JMeter saves by default.`);
		const at = (name) => names.indexOf(name);
		places = {
			timeStamp: at("timeStamp"),
			elapsed: at("elapsed"),
			label: at("label"),
			success: at("success"),
			responseMessage: at("responseMessage"),
			SampleCount: at("SampleCount")
		};
		columns = names.length;
		labels = createFieldMemory(delimiter.charCodeAt(0), 1, samples.labelOf);
		if (places.responseMessage < 0) samples.cannotTellTransactions();
	}
	/**
	* Reads a row of the usual shape. Rows of transaction controllers and unusual rows are left to the reader of texts.
	*/
	function readFast(bytes, view, start) {
		if (places === null || labels === null) return 0;
		const end = findFields(row, bytes, start, delimiter.charCodeAt(0));
		if (end === 0 || row.count !== columns) return 0;
		const startMs = wholeNumberAt(row, places.timeStamp);
		const durationMs = wholeNumberAt(row, places.elapsed);
		if (startMs < 1e11 || startMs >= 0x5af3107a4000 || durationMs < 0) return 0;
		const isOk = isField(TRUE, places.success, view);
		if (!isOk && !isField(FALSE, places.success, view)) return 0;
		if (places.SampleCount >= 0 && wholeNumberAt(row, places.SampleCount) !== 1) return 0;
		if (places.responseMessage >= 0) {
			if (fieldLength(row, places.responseMessage) === 0 || bytes[fieldStart(row, places.responseMessage)] === LETTER_N) return 0;
		}
		if (!labels.find(bytes, fieldStart(row, places.label))) return 0;
		samples.add(labels.known(bytes, view), startMs, durationMs, !isOk);
		return end;
	}
	function isField(text, field, view) {
		return fieldLength(row, field) === text.bytes.length && isAt(text, row.bytes, view, fieldStart(row, field));
	}
	const slow = createRowScanner({
		delimiterOf(row) {
			delimiter = HEADER$1.exec(row)?.[1] ?? WITHOUT_HEADER.exec(row)?.[1] ?? ",";
			return delimiter;
		},
		read(fields, row) {
			const isHeader = /^\ufeff?timeStamp$/.test(fields[0] ?? "");
			if (isHeader && places !== null) throw new UserError(`Row ${row} is a second header, so the file holds two runs. JMeter appends: delete the file before each run.`);
			if (places === null) {
				open(fields, isHeader);
				if (isHeader) return;
			}
			if (places === null) return;
			if (fields.length < columns) throw new UserError(`Row ${row} has ${fields.length} fields and the header ${columns}. The file is damaged.`);
			addSample(samples, sampleOf(fields, places, row));
		},
		end: () => samples.end()
	});
	return createFastRows({
		hasQuotes: true,
		read: readFast
	}, slow);
}
/** Returns false for a sample of a transaction controller. */
function addSample(samples, sample) {
	const { label, message, startMs, hasZone, durationMs, isFailed } = sample;
	if (!hasZone) samples.lackZone();
	if (samples.leaveOutTransaction(label, message)) return false;
	samples.add(samples.labelOf(label), startMs, durationMs, isFailed);
	return true;
}
function sampleOf(fields, places, row) {
	const time = fields[places.timeStamp] ?? "";
	const elapsed = fields[places.elapsed] ?? "";
	const success = fields[places.success] ?? "";
	const startMs = timeOf$1(time);
	if (Number.isNaN(startMs) || !/^\d+$/.test(elapsed) || !/^(?:true|false)$/i.test(success)) throw new UserError(text`Row ${row} of the JTL file has the timeStamp ${quote(time)}, elapsed ${quote(elapsed)} and success ${quote(success)}. It is damaged, or times are written in a format that is not known: use jmeter.save.saveservice.timestamp_format=ms.`);
	const count = places.SampleCount < 0 ? "1" : fields[places.SampleCount] ?? "1";
	if (count !== "1") throw new UserError(text`Row ${row} of the JTL file stands for ${quote(count)} samples: the mode "Statistical" of remote testing keeps no single samples. Use mode=Standard.`);
	return {
		label: fields[places.label] ?? "",
		startMs,
		hasZone: /^\d+$/.test(time),
		durationMs: Number(elapsed),
		isFailed: success.toLowerCase() !== "true",
		message: fields[places.responseMessage] ?? ""
	};
}
/**
* Reads milliseconds since 1970, or a date. The file does not have the time zone of a date, so dates are read as UTC.
* Only the time between two dates is used.
*/
function timeOf$1(text) {
	if (/^\d{12,14}$/.test(text)) return Number(text);
	const date = /^(\d{4})[/-](\d\d)[/-](\d\d)[ T](\d\d:\d\d:\d\d)(?:[.,](\d{3}))?$/.exec(text);
	return date === null ? NaN : Date.parse(`${date[1]}-${date[2]}-${date[3]}T${date[4]}.${date[5] ?? "000"}Z`);
}
/**
* Inside a transaction controller, a sample is a separate request. Inside a request, a sample is a redirect or an
* embedded file, and the time of the request already includes it.
*/
function createJtlXmlScanner(samples) {
	const open = [];
	return createTagScanner("testResults", {
		open({ name, attributes, isClosed }) {
			if (!isSample(name)) return;
			const sample = sampleOfTag(attributes);
			const isPart = open.includes(false);
			if (isPart) samples.leaveOutPart();
			const isTransaction = !isPart && !addSample(samples, sample);
			if (!isClosed) open.push(isTransaction);
		},
		close(name) {
			if (isSample(name)) open.pop();
		},
		end: () => samples.end()
	});
}
function isSample(name) {
	return name === "httpSample" || name === "sample";
}
function sampleOfTag(attributes) {
	const [startMs, durationMs] = [Number(attributes.get("ts")), Number(attributes.get("t"))];
	const success = attributes.get("s");
	if (!(startMs > 0) || !(durationMs >= 0) || success === void 0) throw new UserError(text`A sample of the JTL file has ts=${quote(attributes.get("ts"))}, t=${quote(attributes.get("t"))} and s=${quote(success)}. The file is damaged, or its fields were left out.`);
	return {
		label: attributes.get("lb") ?? "",
		startMs,
		hasZone: true,
		durationMs,
		isFailed: success !== "true",
		message: attributes.get("rm") ?? ""
	};
}
// src/formats/jmh.ts
const NAME$3 = "JMH";
const tool$1 = {
	name: NAME$3,
	joins: true,
	asides: [{
		recognizes: (start) => /^# JMH version: |^Benchmark +(?:\([\w.]+\) +)*Mode +Cnt +Score/.test(start),
		what: "The file is what JMH prints.",
		advice: "Write JSON: -rf json -rff FILE."
	}, {
		recognizes: (start) => /^"?Benchmark"?[,;]"?Mode"?[,;]"?Threads"?[,;]"?Samples"?[,;]/.test(start),
		what: "The file is the CSV of JMH, which has no forks.",
		advice: "Write JSON: -rf json -rff FILE."
	}],
	exitCode: wholeWith(NAME$3, [0], "a benchmark failed with -foe true, or none matched")
};
/**
* The units of time in a score, which is time per operation or operations per time:
* org.openjdk.jmh.runner.options.TimeValue.
*/
const MILLISECONDS$1 = {
	ns: 1e-6,
	us: .001,
	ms: 1,
	s: 1e3,
	min: 6e4,
	hr: 36e5,
	day: 864e5
};
function jmhShape(z) {
	const number = z.union([z.number(), z.literal([
		"NaN",
		"Infinity",
		"-Infinity"
	])]);
	const result = z.object({
		score: number,
		scoreUnit: z.string(),
		rawData: z.array(z.array(number)).optional(),
		rawDataHistogram: z.array(z.array(z.array(z.array(z.number())))).optional()
	});
	return z.array(z.object({
		jmhVersion: z.string(),
		benchmark: z.string(),
		mode: z.string(),
		threads: z.number(),
		forks: z.number(),
		measurementTime: z.string().optional(),
		jdkVersion: z.string().optional(),
		params: z.record(z.string(), z.string()).optional(),
		primaryMetric: result,
		secondaryMetrics: z.record(z.string(), z.unknown()).optional()
	}));
}
const jmh = [documentFormat({
	id: "jmh",
	tool: tool$1,
	title: "JMH -rf json",
	content: "summary",
	beginning: /^\[\s*\{\s*"jmhVersion"\s*:/,
	recognizesJson: (document) => Array.isArray(document) && document.some((one) => isObject(one) && "jmhVersion" in one && "benchmark" in one),
	shape: jmhShape,
	run(benchmarks) {
		const [first] = benchmarks;
		if (first === void 0) throw new UserError("The file of JMH holds no benchmark: nothing was measured.");
		const withoutForks = benchmarks.some(({ forks }) => forks === 0);
		const jdks = [...new Set(benchmarks.flatMap(({ jdkVersion }) => jdkVersion ?? []))];
		return benchmarkRun({
			format: "jmh",
			tool: NAME$3,
			toolVersion: first.jmhVersion,
			measurements: benchmarks.flatMap((one) => [scoreOf(one), ...allocationsOf(one)]),
			notes: [...jdks.length === 0 ? [] : [text`Measured with JDK ${names(jdks)}.`], ...withoutForks ? [text`JMH ran without forks (-f 0): all benchmarks shared one process, and disturbed each other.`] : []]
		});
	}
})];
/** The name of a benchmark: `toy.Bench.work avgt n=100`. It has all that distinguishes benchmarks in JMH. */
function nameOf$1({ benchmark, mode, params = {}, threads }) {
	return [
		benchmark,
		mode,
		...Object.entries(params).map(([name, value]) => `${name}=${value}`).sort(),
		...threads === 1 ? [] : [`threads=${threads}`]
	].join(" ");
}
/** Each fork is one observation, because iterations within a process are alike. */
function scoreOf(one) {
	const name = nameOf$1(one);
	const { score, scoreUnit, rawData, rawDataHistogram } = one.primaryMetric;
	const { quantity, factor } = unitOf$3(name, scoreUnit);
	const observations = (rawData?.map(meanOf) ?? rawDataHistogram?.map((fork) => meanOfHistogram(fork.flat())) ?? [numberOf(score)]).map((value) => value * factor);
	if (one.mode !== "sample" || rawDataHistogram === void 0) return benchmarkMeasurement({
		name,
		quantity,
		central: "avg",
		observations
	});
	const measured = benchmarkMeasurement({
		name,
		quantity,
		central: "p50",
		observations
	});
	const samples = rawDataHistogram.flat(2);
	const whole = [["avg", meanOfHistogram(samples) * factor], ["p50", medianOfHistogram(samples) * factor]];
	return {
		...measured,
		standardErrors: null,
		stats: new Map([...measured.stats, ...whole])
	};
}
/**
* JMH itself allocates memory during an iteration, which is counted as if the operations had allocated it. With JMH
* 1.37 and JDK 17 it was 2 to 13 kB in iterations of 150 ms, and varied each time. The smallest object has 16 bytes.
*/
const BYTES_OF_JMH = 16e3;
/**
* The bytes allocated per operation. They are counted, so a busy machine does not change them. Fractions of a byte come
* from rounding.
*/
function allocationsOf(one) {
	const result = one.secondaryMetrics?.["gc.alloc.rate.norm"] ?? one.secondaryMetrics?.["·gc.alloc.rate.norm"];
	if (!isObject(result)) return [];
	const { score, rawData } = result;
	const forks = Array.isArray(rawData) ? rawData.map((fork) => Array.isArray(fork) ? meanOf(fork) : NaN) : [Number(score)];
	return [benchmarkMeasurement({
		name: `${nameOf$1(one)} gc.alloc.rate.norm`,
		quantity: "allocations",
		central: "avg",
		observations: forks.map((bytes) => bytes < Math.max(1, BYTES_OF_JMH / operationsOf(one)) ? 0 : Math.round(bytes))
	})];
}
/**
* The approximate number of operations per iteration. Infinity if the file does not tell, and in mode ss, where each
* iteration is a single call.
*/
function operationsOf({ mode, threads, measurementTime = "", primaryMetric }) {
	const [, count, unit = ""] = /^(\d+) (\w+)$/.exec(measurementTime) ?? [];
	const iterationMs = Number(count) * (MILLISECONDS$1[unit] ?? NaN);
	const { quantity, factor } = unitOf$3(mode, primaryMetric.scoreUnit);
	const score = numberOf(primaryMetric.score) * factor;
	const operations = quantity === "duration" ? threads * iterationMs / score : score * iterationMs / 1e3;
	return mode === "ss" || !(operations > 0) ? Number.POSITIVE_INFINITY : operations;
}
function unitOf$3(name, unit) {
	const [numerator = "", denominator = ""] = unit.split("/");
	const time = MILLISECONDS$1[numerator];
	if (time !== void 0 && denominator === "op") return {
		quantity: "duration",
		factor: time
	};
	const per = MILLISECONDS$1[denominator];
	if (per !== void 0 && numerator === "ops") return {
		quantity: "operation-rate",
		factor: 1e3 / per
	};
	throw new UserError(`${name} is measured in ${JSON.stringify(unit)}, which is neither a time per operation nor operations per time.`);
}
function numberOf(value) {
	return typeof value === "number" ? value : NaN;
}
function meanOf(values) {
	return values.reduce((sum, value) => sum + numberOf(value), 0) / values.length;
}
function meanOfHistogram(entries) {
	const count = entries.reduce((sum, [, times = 0]) => sum + times, 0);
	return entries.reduce((sum, [value = 0, times = 0]) => sum + value * times, 0) / count;
}
function medianOfHistogram(entries) {
	const sorted = entries.toSorted(([left = 0], [right = 0]) => left - right);
	const count = sorted.reduce((sum, [, times = 0]) => sum + times, 0);
	let seen = 0;
	for (const [value = NaN, times = 0] of sorted) {
		seen += times;
		if (seen >= count / 2) return value;
	}
	return NaN;
}
// src/formats/k6-tool.ts
/**
* The meanings of k6's exit codes: errext/exitcodes/codes.go at https://github.com/grafana/k6/tree/v2.2.0. 137 and 143
* are 128 plus the signal, as shells report it.
*/
const MEANINGS = /* @__PURE__ */ new Map([
	[97, "the test failed in Grafana Cloud"],
	[98, "k6 could not get the progress of the test from Grafana Cloud"],
	[100, "setup() took too long"],
	[101, "teardown() took too long"],
	[102, "k6 gave up waiting"],
	[103, "the test was stopped through the REST API of k6"],
	[104, "the options of the test are not valid"],
	[105, "k6 was interrupted, by Ctrl+C or by a cancelled job"],
	[106, "k6 could not start its REST API"],
	[107, "the script threw an error outside of an iteration, for example in setup()"],
	[108, "the script stopped the test with test.abort()"],
	[109, "k6 itself crashed"],
	[110, "the script marked the test as failed with test.fail()"],
	[137, "k6 was killed, often because the machine ran out of memory"],
	[143, "k6 was asked to stop by the system"]
]);
const THRESHOLDS_HAVE_FAILED = 99;
function isExitCodeOfK6(code) {
	return code === 0 || code === THRESHOLDS_HAVE_FAILED || MEANINGS.has(code);
}
/**
* An aborted run writes a summary that looks complete. Only exit code 0, and 99 for a crossed threshold, mean a
* complete run.
*/
const K6 = {
	name: "k6",
	joins: false,
	writesTwice: true,
	asides: [],
	exitCode(code) {
		if (code === 0) return { kind: "whole" };
		if (code === THRESHOLDS_HAVE_FAILED) return {
			kind: "whole",
			missedGoals: true
		};
		const meaning = MEANINGS.get(code) ?? "which is not an exit code of k6";
		return {
			kind: "unusable",
			problem: text`k6 ended with exit code ${code}: ${meaning}. The run is not complete, so its numbers do not count. Measure again.`
		};
	}
};
/** Returns `k6 v2` for `2.2.0`, `v2.2.0` or `k6 v2.2.0`, and null if the text is not a version. */
function majorVersionOfK6(version) {
	const major = /^(?:k6 )?v?(\d{1,4})\./.exec(version ?? "")?.[1];
	return major === void 0 ? null : `${K6.name} v${major}`;
}
// src/formats/merge-summaries.ts
/**
* Merges the summaries of several load generators into one run. Counts, shares and averages can be added exactly.
* Percentiles cannot: the percentile of all samples does not follow from the percentiles of the parts, and is only
* known to lie between the smallest and the largest of them. These are the `bounds`, and the text in `unusable` says
* what to do.
* https://grafana.com/docs/k6/latest/testing-guides/running-distributed-tests/
*/
function mergeSummaries(parts) {
	const [first] = parts;
	if (first === void 0) throw new UserError("There is no part of a run to read.");
	if (parts.length === 1) return first;
	requireSameScript(parts);
	requireSameSelection(parts);
	const durationMs = longest(parts);
	const groups = /* @__PURE__ */ new Map();
	for (const measurement of parts.flatMap((part) => part.measurements)) {
		const key = JSON.stringify([measurement.metric, measurement.endpoint]);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [measurement]);
		else group.push(measurement);
	}
	return {
		...first,
		toolVersion: parts.every(({ toolVersion }) => toolVersion === first.toolVersion) ? first.toolVersion : null,
		durationMs,
		measurements: [...groups.values()].map((group) => mergeMeasurements(group, parts.length, durationMs)).sort(bySeries),
		thresholds: mergeThresholds(parts),
		notes: [...distinct(parts.flatMap(({ notes }) => notes)), text`${parts.length} load generators shared the run.${parts.some(({ thresholds }) => thresholds.length > 0) ? text` Each load generator judged the k6 thresholds on its own part.` : []}`],
		...setupSamplesOf(parts),
		timeline: null,
		distribution: null
	};
}
function requireSameScript(parts) {
	if (new Set(parts.map(({ scriptHash }) => scriptHash)).size > 1) throw new UserError("The load generators of this run ran different scripts, so their results are not one run.");
}
function requireSameSelection(parts) {
	const selections = new Set(parts.map(({ selection }) => selection?.applied ?? null));
	if (selections.size > 1) throw new UserError(`The load generators of this run count different samples: ${[...selections].map((one) => one ?? "all").join(" and ")}. Give all of them the same policy.`);
}
/** k6 runs setup() only once, on any of the load generators. */
function setupSamplesOf(parts) {
	const all = parts.map(({ setupSamples }) => setupSamples);
	const most = [
		"counted",
		"left-out",
		"none"
	].find((one) => all.includes(one));
	return most === void 0 ? {} : { setupSamples: most };
}
/**
* Load generators run at the same time, so the run is as long as its longest part. null if the duration of any part is
* unknown.
*/
function longest(parts) {
	const durations = parts.flatMap(({ durationMs }) => durationMs === null ? [] : [durationMs]);
	return durations.length === parts.length ? Math.max(...durations) : null;
}
function mergeMeasurements(group, generators, durationMs) {
	const [first] = group;
	if (first === void 0) throw new RangeError("A group of measurements is never empty.");
	const counts = group.map(({ sampleCount }) => sampleCount);
	const merged = {
		...first,
		population: group.every(({ population }) => population === first.population) ? first.population : "all",
		sampleCount: counts.every((count) => count !== null) ? sum(counts) : null,
		standardErrors: null
	};
	if (first.kind === "counter") return {
		...merged,
		...mergeCounters(group, durationMs)
	};
	if (first.kind === "rate") return {
		...merged,
		...mergeRates(group)
	};
	if (first.kind === "gauge") return {
		...merged,
		...mergeGauges(group, generators)
	};
	return {
		...merged,
		...mergeTrends(group)
	};
}
/** A generator that counted nothing does not write the counter, and is left out. */
function mergeCounters(group, durationMs) {
	const problem = firstProblem(group.filter(({ stats }) => !stats.has("count")));
	const counts = group.flatMap(({ stats }) => stats.get("count") ?? []);
	if (problem !== null && counts.length === 0) return {
		stats: /* @__PURE__ */ new Map(),
		unusable: problem
	};
	const count = sum(counts);
	if (durationMs === null) return {
		stats: /* @__PURE__ */ new Map([["count", count]]),
		unusable: /* @__PURE__ */ new Map([["rate", text`the duration of the run is unknown`]])
	};
	return {
		stats: /* @__PURE__ */ new Map([["count", count], ["rate", count * 1e3 / durationMs]]),
		unusable: /* @__PURE__ */ new Map()
	};
}
function mergeRates(group) {
	const measured = withSamples(group);
	const problem = firstProblem(measured);
	const samples = sum(measured.map(({ sampleCount }) => sampleCount ?? 0));
	if (problem !== null || samples === 0) return {
		stats: /* @__PURE__ */ new Map(),
		unusable: problem ?? /* @__PURE__ */ new Map([["rate", text`no samples`]])
	};
	const passes = sum(measured.map(({ stats, sampleCount }) => Math.round((stats.get("rate") ?? 0) * (sampleCount ?? 0))));
	return {
		stats: /* @__PURE__ */ new Map([["rate", passes / samples]]),
		unusable: /* @__PURE__ */ new Map()
	};
}
/**
* Only numbers of virtual users can be added. For other gauges the extremes are known, and the last value is unknown.
*/
function mergeGauges(group, generators) {
	const problem = firstProblem(group);
	if (problem !== null) return {
		stats: /* @__PURE__ */ new Map(),
		unusable: problem
	};
	const all = (stat) => group.flatMap(({ stats }) => stats.get(stat) ?? []);
	if (group[0]?.metric === "vus_max" && group.length === generators) return {
		stats: new Map([
			"value",
			"min",
			"max"
		].map((stat) => [stat, sum(all(stat))])),
		unusable: /* @__PURE__ */ new Map()
	};
	return {
		stats: /* @__PURE__ */ new Map([["min", Math.min(...all("min"))], ["max", Math.max(...all("max"))]]),
		unusable: /* @__PURE__ */ new Map([["value", text`each load generator has its own last value`]])
	};
}
function mergeTrends(group) {
	const measured = withSamples(group);
	const [first] = measured;
	if (first === void 0) return {
		stats: /* @__PURE__ */ new Map(),
		unusable: group[0]?.unusable ?? /* @__PURE__ */ new Map()
	};
	if (measured.some(({ population }) => population !== first.population)) {
		const why = text`some load generators tell successful requests apart and some do not`;
		return {
			stats: /* @__PURE__ */ new Map(),
			unusable: new Map([...first.stats.keys()].map((stat) => [stat, why]))
		};
	}
	const stats = /* @__PURE__ */ new Map();
	const unusable = /* @__PURE__ */ new Map();
	const bounds = /* @__PURE__ */ new Map();
	for (const stat of new Set(measured.flatMap((one) => [...one.stats.keys(), ...one.unusable.keys()]))) {
		const values = measured.flatMap((one) => one.stats.get(stat) ?? []);
		const merged = values.length === measured.length ? mergeStat(stat, values, measured) : null;
		if (typeof merged === "number") stats.set(stat, merged);
		else if (merged === null) unusable.set(stat, measured.map((one) => one.unusable.get(stat)).find((why) => why !== void 0) ?? text`some load generators do not have it`);
		else {
			bounds.set(stat, merged);
			unusable.set(stat, text`only known to lie between ${formatValue(merged.lower, first.unit)} and ${formatValue(merged.upper, first.unit)}, because ${measured.length} load generators left summaries, which cannot be merged. Upload raw points or digests.`);
		}
	}
	return {
		stats,
		unusable,
		bounds
	};
}
function mergeStat(stat, values, parts) {
	const lower = Math.min(...values);
	const upper = Math.max(...values);
	if (stat === "min") return lower;
	if (stat === "max") return upper;
	if (stat !== "avg") return parts.length === 1 ? lower : {
		lower,
		upper
	};
	const counts = parts.flatMap(({ sampleCount }) => sampleCount ?? []);
	if (counts.length < parts.length) return {
		lower,
		upper
	};
	return sum(values.map((value, index) => value * (counts[index] ?? 0))) / sum(counts);
}
/** The parts with samples. A generator without samples of a metric does not affect it. */
function withSamples(group) {
	return group.filter(({ sampleCount }) => sampleCount !== 0);
}
function firstProblem(group) {
	return group.find(({ unusable }) => unusable.size > 0)?.unusable ?? null;
}
function mergeThresholds(parts) {
	const merged = /* @__PURE__ */ new Map();
	for (const threshold of parts.flatMap(({ thresholds }) => thresholds)) {
		const key = JSON.stringify([threshold.metric, threshold.expression]);
		const crossed = threshold.crossed || merged.get(key)?.crossed === true;
		merged.set(key, {
			...threshold,
			crossed
		});
	}
	return [...merged.values()];
}
function sum(values) {
	return values.reduce((total, value) => total + value, 0);
}
// src/formats/script-hash.ts
/** SHA-256 of a text as 64 hexadecimal digits. */
async function sha256Hex(text) {
	const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
// src/formats/summary-run.ts
/**
* Makes a run from a summary, with one measurement per metric and endpoint. If the file has a metric of all and of
* successful requests, the latter is used.
*/
async function summaryRun(summary, options) {
	const durationMs = summary.durationMs ?? recoverDuration(summary.metrics);
	const keyed = summary.metrics.map((metric) => ({
		...metric,
		...parseSubmetric(metric.key)
	}));
	const measurements = choosePopulation(tellsNoSuccess(keyed) ? keyed.filter(({ population }) => population === "all") : keyed).map((metric) => measure(metric, keyed, durationMs));
	const scriptNotes = notesOnScript(summary);
	return {
		format: summary.format,
		toolVersion: summary.toolVersion,
		durationMs,
		scriptHash: summary.script === null ? null : await sha256Hex(summary.script),
		measurements: markNoRequests(measurements).sort(bySeries),
		thresholds: summary.thresholds.map(publicThreshold).sort(byThreshold),
		notes: [
			...scriptNotes,
			...notesOf$1(measurements, options),
			...sameNames(keyed)
		],
		...scriptNotes.length === 0 ? {} : { scriptNotes },
		setupSamples: summary.script !== null && hasNoSetup(summary.script) ? "none" : "counted",
		...selectionOf(options, null)
	};
}
/**
* Whether the script has no code outside of the load. Only exports called setup and teardown run outside of it, and an
* `export *` may bring them from another file.
*/
function hasNoSetup(script) {
	return !/\b(?:setup|teardown)\b|export\s*\*/.test(script);
}
/**
* Computes the duration of the run from any counter, because k6 divides counters by it: metrics/sink.go, CounterSink.
*/
function recoverDuration(metrics) {
	const first = metrics.find((metric) => metric.key === "http_reqs");
	for (const metric of first === void 0 ? metrics : [first, ...metrics]) {
		if (metric.kind !== "counter") continue;
		const durationMs = (metric.values.get("count") ?? 0) / (metric.values.get("rate") ?? 0) * 1e3;
		if (Number.isFinite(durationMs) && durationMs > 0) return durationMs;
	}
	return null;
}
/**
* Chooses one entry per metric and endpoint. The entry of successful requests is preferred, because failed requests are
* fast.
*/
function choosePopulation(metrics) {
	const chosen = /* @__PURE__ */ new Map();
	for (const metric of [...metrics].sort((left, right) => compareText(left.key, right.key))) {
		const series = JSON.stringify([metric.metric, metric.endpoint]);
		const other = chosen.get(series);
		if (other === void 0 || other.population === "all" && metric.population === "successful") chosen.set(series, metric);
	}
	return [...chosen.values()];
}
function measure(metric, all, durationMs) {
	const traits = traitsOf(metric.metric, metric.kind, metric.contains);
	const { stats, unusable, sampleCount } = usable(metric, requestsOf$1(metric.endpoint, all), durationMs);
	return {
		metric: metric.metric,
		endpoint: metric.endpoint,
		kind: metric.kind,
		unit: traits.unit,
		better: traits.better,
		population: metric.population,
		sampleCount,
		stats,
		unusable
	};
}
function usable(metric, requests, durationMs) {
	if (metric.kind === "counter") return usableCounter(metric.values, durationMs, metric.metric === "http_reqs");
	if (metric.kind === "gauge") return usableGauge(metric.values);
	if (metric.kind === "rate") return usableRate(metric.values);
	const isTimeOfRequest = isRequestTime(metric.metric);
	const counted = isTimeOfRequest ? metric.population === "successful" ? requests.successful : requests.all : null;
	const allFailed = isTimeOfRequest && requests.successful === 0 && (requests.all ?? 0) > 0;
	return usableTrend(metric.values, {
		traits: traitsOf(metric.metric, metric.kind, metric.contains),
		sampleCount: counted,
		problem: allFailed ? noneSucceeded(requests.all ?? 0) : null
	});
}
/** The numbers of requests. In `http_req_failed`, `passes` counts the failed requests. null: the file does not say. */
function requestsOf$1(endpoint, metrics) {
	const find = (name) => metrics.find((metric) => metric.metric === name && metric.endpoint === endpoint && metric.population === "all")?.values;
	const failed = find("http_req_failed");
	const failures = failed?.get("passes") ?? null;
	const successful = failed?.get("fails") ?? null;
	const counted = failures === null || successful === null ? null : failures + successful;
	const all = find("http_reqs")?.get("count") ?? null;
	if (counted === 0) return {
		all,
		successful: null
	};
	return {
		all: all ?? counted,
		successful
	};
}
/**
* Whether the script called http.setResponseCallback(null). k6 then does not tell failed requests from successful ones.
* https://grafana.com/docs/k6/latest/javascript-api/k6-http/set-response-callback/
*/
function tellsNoSuccess(metrics) {
	const { all, successful } = requestsOf$1(null, metrics);
	return metrics.some(({ key }) => key === "http_req_failed") && successful === null && (all ?? 0) > 0;
}
/** Notes about the load test itself. */
function notesOnScript(summary) {
	const sampled = new Set(summary.metrics.filter(hasSamples).map((metric) => metric.key));
	const idle = [...summary.thresholds].sort(byThreshold).filter(({ metric, crossed }) => !crossed && !sampled.has(metric)).map(({ metric, expression }) => text`The k6 threshold ${name(expression)} on ${name(withoutSecrets(metric))} passed without a single sample: it checked nothing.`);
	const slowest = summary.metrics.find(({ key }) => key === "http_req_duration")?.values.get("max");
	const cut = timeoutNote(slowest ?? void 0);
	return [
		...summary.hasSetupData ? [SETUP_DATA] : [],
		...idle,
		...cut === null ? [] : [cut]
	];
}
const SETUP_DATA = text`The file has setup_data, which often holds a login token. It was not kept. Do not upload it: delete it before the upload.`;
/** Notes about what the reader had to assume. */
function notesOf$1(measurements, options) {
	const latency = measurements.find((one) => one.metric === "http_req_duration" && one.endpoint === null);
	return [...latency?.population === "all" && latency.stats.size > 0 ? [text`The file does not tell successful requests apart: its latency is that of all requests, failed ones included.`] : [], ...narrowsSamples(options) ? [text`The policy excludes or filters samples. A summary cannot be trimmed: it holds the whole run. Upload raw points.`] : []];
}
/**
* Notes for names that became equal when their secrets were removed. Percentiles cannot be added, so only one of the
* series is read.
*/
function sameNames(metrics) {
	const keys = /* @__PURE__ */ new Map();
	const same = /* @__PURE__ */ new Set();
	for (const { key, metric, endpoint, population } of metrics) {
		const series = JSON.stringify([
			metric,
			endpoint,
			population
		]);
		if (endpoint !== null && (keys.get(series) ?? key) !== key) same.add(endpoint);
		keys.set(series, key);
	}
	return [...same].map((endpoint) => text`Several series are called ${name(endpoint)} after values in their addresses were left out, and only one of these series is read. Give these requests a ${code("name")} tag.`);
}
/** The threshold without secrets: the name of a submetric may contain an address. */
function publicThreshold(threshold) {
	return {
		...threshold,
		metric: withoutSecrets(threshold.metric)
	};
}
/**
* Whether the metric was measured. A counter without additions is truly 0, but any other metric without a value was
* never measured.
*/
function hasSamples(metric) {
	return metric.kind === "counter" || [...metric.values.values()].some((value) => value !== null && value !== 0);
}
function byThreshold(left, right) {
	return compareText(left.metric, right.metric) || compareText(left.expression, right.expression);
}
// src/formats/k6-summary-format.ts
function k6SummaryFormat({ id, title, recognizesJson, read }) {
	const parse = async (chunks, options) => {
		const root = objectAt("the file", await readJsonDocument(chunks));
		return summaryRun({
			format: id,
			hasSetupData: root.setup_data !== void 0,
			...read(root)
		}, options);
	};
	return {
		id,
		tool: K6,
		title,
		content: "summary",
		recognizes: (prefix, json = () => jsonValue(prefix)) => recognizesJson(json()),
		parse,
		merge: async (parts, options) => mergeSummaries(await Promise.all(parts.map((part) => parse(part, options))))
	};
}
// src/formats/k6-thresholds.ts
/**
* The thresholds of one metric of a summary.
*
* @param isCrossed null: k6 does not write such a value
* @param written what k6 writes instead, for the message
*/
function thresholdsAt({ key, path, metric }, isCrossed, written) {
	if (metric.thresholds === void 0) return [];
	const thresholds = objectAt(`${path}.thresholds`, metric.thresholds);
	return Object.entries(thresholds).map(([expression, outcome]) => {
		const crossed = isCrossed(outcome);
		if (crossed !== null) return {
			metric: key,
			expression,
			crossed
		};
		throw new UserError(text`${pathTo(`${path}.thresholds`, expression)} is ${quote(outcome)}, where k6 writes ${written}.`);
	});
}
// src/formats/k6-handle-summary.ts
/**
* `JSON.stringify(data)` from a script's handleSummary(data), k6 v0.30 and later: every metric has `type` and `values`.
* Times are always in milliseconds, because `summaryTimeUnit` only changes the text that k6 prints.
* https://grafana.com/docs/k6/latest/results-output/end-of-test/custom-summary/
*/
const k6HandleSummary = k6SummaryFormat({
	id: "k6-handle-summary",
	title: "handleSummary() JSON",
	recognizesJson: isHandleSummary,
	read(root) {
		const entries = metricEntriesAt(root);
		return {
			toolVersion: null,
			durationMs: durationOf$1(root),
			script: null,
			metrics: entries.map(readMetric$2),
			thresholds: entries.flatMap((entry) => thresholdsAt(entry, isCrossed$1, "{\"ok\": true} or {\"ok\": false}"))
		};
	}
});
function isHandleSummary(root) {
	if (!isObject(root) || !isObject(root.metrics)) return false;
	const metrics = Object.values(root.metrics);
	return metrics.length > 0 && metrics.every((metric) => isObject(metric) && "type" in metric && "values" in metric);
}
/** Reads `state.testRunDurationMs`, which exists since k6 v0.33. null for older versions. */
function durationOf$1(root) {
	const state = root.state;
	if (state === void 0) return null;
	const path = "state.testRunDurationMs";
	const durationMs = numberAt(path, objectAt("state", state).testRunDurationMs ?? null);
	if (durationMs === null) return null;
	if (Number.isFinite(durationMs) && durationMs > 0) return durationMs;
	throw new UserError(`${path} is ${durationMs}, which is not the duration of a run.`);
}
function readMetric$2({ key, path, metric }) {
	const kind = metricKindAt(`${path}.type`, textAt(`${path}.type`, metric.type));
	requireBuiltInKind(key, path, kind);
	const values = metricValuesAt(`${path}.values`, kind, objectAt(`${path}.values`, metric.values));
	return {
		key,
		kind,
		contains: textAt(`${path}.contains`, metric.contains),
		values
	};
}
/** In this format `{ok: true}` means that the threshold passed. */
function isCrossed$1(outcome) {
	return isObject(outcome) && typeof outcome.ok === "boolean" ? !outcome.ok : null;
}
// src/formats/k6-machine-readable.ts
/**
* The machine-readable summary 1.0.0, which k6 v1.5 and later write with --new-machine-readable-summary. It has no p99
* and no thresholds. k6 writes `p95` and `k6_version`, but its published schema says `p(95)` and `k6Version`, so both
* are read.
* https://github.com/grafana/k6-summary, https://github.com/grafana/k6/issues/6004
*/
const k6MachineReadable = k6SummaryFormat({
	id: "k6-machine-readable",
	title: "k6 machine-readable summary",
	recognizesJson: isMachineReadable,
	read(root) {
		const config = objectAt("config", root.config);
		const metadata = objectAt("metadata", root.metadata ?? {});
		const results = objectAt("results", root.results);
		const list = listAt("results.metrics", results.metrics);
		requireFewEntries(list.length);
		const metrics = list.map(readMetric$1);
		requireUniqueNames(metrics);
		return {
			toolVersion: textAt("metadata.k6_version", metadata.k6_version ?? metadata.k6Version),
			durationMs: durationOf(config),
			script: textAt("config.script", config.script),
			metrics: [...metrics, ...readChecks(results.checks)],
			thresholds: []
		};
	}
});
function isMachineReadable(root) {
	if (!isObject(root) || !isObject(root.config) || !isObject(root.results)) return false;
	return typeof root.version === "string" && Array.isArray(root.results.metrics);
}
/** The unit of `config.duration` is the second. */
function durationOf(config) {
	const seconds = numberAt("config.duration", config.duration ?? null);
	if (seconds === null) return null;
	if (Number.isFinite(seconds) && seconds > 0) return seconds * 1e3;
	throw new UserError(`config.duration is ${seconds}, which is not the duration of a run in seconds.`);
}
function listAt(path, value) {
	if (Array.isArray(value)) return value;
	throw new UserError(text`${path} is ${quote(value)}, where k6 writes a list. The file is damaged or was edited.`);
}
function readMetric$1(entry, index) {
	const place = `results.metrics[${index}]`;
	const metric = objectAt(place, entry);
	const key = textAt(`${place}.name`, metric.name);
	if (key === null) throw new UserError(`${place} has no name.`);
	const path = pathTo("results.metrics", key);
	const kind = metricKindAt(`${path}.type`, textAt(`${path}.type`, metric.type));
	requireBuiltInKind(key, path, kind);
	const values = metricValuesAt(`${path}.values`, kind, objectAt(`${path}.values`, metric.values));
	return {
		key,
		kind,
		contains: textAt(`${path}.contains`, metric.contains),
		values: kind === "rate" ? passesAndFails(values) : values
	};
}
/** This format has `matches` and `total`. The other formats have `passes` and `fails`. */
function passesAndFails(values) {
	const passes = values.get("matches") ?? null;
	const total = values.get("total") ?? null;
	return /* @__PURE__ */ new Map([["passes", passes], ["fails", passes === null || total === null ? null : total - passes]]);
}
/** This format has the metric `checks` of the other formats as `checks_succeeded`, outside the list of metrics. */
function readChecks(checks) {
	if (checks === void 0 || checks === null) return [];
	return listAt("results.checks.metrics", objectAt("results.checks", checks).metrics).map(readMetric$1).filter((metric) => metric.key === "checks_succeeded").map((metric) => ({
		...metric,
		key: "checks"
	}));
}
function requireUniqueNames(metrics) {
	const repeated = firstRepeated(metrics.map(({ key }) => key));
	if (repeated === void 0) return;
	throw new UserError(text`results.metrics has ${quote(repeated)} twice, so it is not clear which of them is meant. The file was edited.`);
}
// src/formats/k6-points-csv.ts
/**
* Raw points of `k6 run --out csv=FILE` of every version since k6 v0.26. They do not say of which kind a metric is, so
* only k6's built-in metrics can be read. By default, their times are whole seconds.
* https://grafana.com/docs/k6/latest/results-output/real-time/csv/
*/
const k6PointsCsv = {
	id: "k6-points-csv",
	tool: K6,
	title: "k6 --out csv points",
	content: "points",
	recognizes: (prefix) => new TextDecoder().decode(prefix.subarray(0, 64)).startsWith("metric_name,timestamp,metric_value"),
	parse: (chunks, options) => read$2([chunks], options),
	merge: read$2
};
async function read$2(parts, options) {
	const [{ readPoints }, { createCsvScanner }] = await Promise.all([import("./read-points.js"), import("./csv-scanner.js")]);
	return readPoints({
		id: "k6-points-csv",
		hasTypes: false,
		createScanner: createCsvScanner
	}, parts, options);
}
// src/formats/k6-points-ndjson.ts
/**
* Raw points of `k6 run --out json=FILE` of every version since k6 v0.26. Each line is a JSON object, and the file may
* have any size.
* https://grafana.com/docs/k6/latest/results-output/real-time/json/
*/
const k6PointsNdjson = {
	id: "k6-points-ndjson",
	tool: K6,
	title: "k6 --out json points",
	content: "points",
	recognizes: isPoints,
	parse: (chunks, options) => read$1([chunks], options),
	merge: read$1
};
async function read$1(parts, options) {
	const [{ readPoints }, { createNdjsonScanner }] = await Promise.all([import("./read-points.js"), import("./ndjson-scanner2.js")]);
	return readPoints({
		id: "k6-points-ndjson",
		hasTypes: true,
		createScanner: createNdjsonScanner
	}, parts, options);
}
/**
* Whether the first record is an object with `metric` and with the `type` Metric or Point, which a summary does not
* have. Programs that rewrite points may add spaces, reorder keys, or spread a record over many lines.
*/
function isPoints(prefix) {
	const text = new TextDecoder().decode(prefix.subarray(0, 16384)).trimStart();
	const first = hasMultilineRecords(text) ? (text.split(/^\}/m, 1)[0] ?? "").replaceAll(/[\r\n]/g, " ") : text.split("\n", 1)[0] ?? "";
	return /^\{(?=.*"type"\s*:\s*"(?:Metric|Point)")(?=.*"metric"\s*:\s*")(?=.*"data"\s*:\s*\{)/.test(first);
}
// src/formats/k6-marks.ts
/** The first keys that k6 and `perf-gate digest` write, without spaces. A file that was cut early has nothing else. */
const BEGINNINGS = [
	"{\"root_group\":",
	"{\"metrics\":",
	"{\"options\":",
	"{\"state\":",
	"{\"setup_data\":",
	"{\"config\":",
	"{\"type\":\"Metric\"",
	"{\"type\":\"Point\"",
	"{\"metric\":\"",
	"{\"digest\":\"perf-gate\""
];
/** Keys that every k6 result has. No other program is known to write them. */
const KEYS = /"(?:root_group|setup_data|k6_version|k6Version|summaryTrendStats|testRunDurationMs|http_reqs|iteration_duration|vus_max|data_(?:sent|received)|(?:http|grpc)_req_\w+)(?:\{[^"\n]*\})?"\s*:/;
const POINT = /^\{.*"type"\s*:\s*"(?:Metric|Point)"/m;
const CSV_ROW = /^"?(?:http_reqs|http_req_\w+|iteration_duration|vus_max)"?,"?\d{9,}/m;
/**
* Whether a text that no format recognises still looks like a file of k6. It is then a damaged result and not another
* program's file.
*/
function hasMarksOfK6(text) {
	const start = text.slice(0, 65536).trimStart();
	if (POINT.test(start) || CSV_ROW.test(start)) return true;
	if (!/^(?:[{[]|<{7} )/.test(start)) return false;
	const compact = start.slice(0, 200).replaceAll(/\s/g, "");
	return KEYS.test(start) || BEGINNINGS.some((one) => compact.startsWith(one) || one.startsWith(compact));
}
/**
* Whether a JSON value has the shape of a k6 summary. Other programs also write an object `metrics`, so a name or a
* value in it must be k6's.
*/
function isLikeSummary(value) {
	if (!isObject(value)) return false;
	if (isObject(value.results) && Array.isArray(value.results.metrics) && isObject(value.config)) return true;
	if (!isObject(value.metrics)) return false;
	return isObject(value.root_group) || Object.entries(value.metrics).some(([key, metric]) => isMetricOfK6(key, metric));
}
function isMetricOfK6(key, metric) {
	if (builtInTraits(parseSubmetric(key).metric) !== null) return true;
	if (!isObject(metric)) return false;
	const values = isObject(metric.values) ? metric.values : metric;
	return "passes" in values && "fails" in values || "count" in values && "rate" in values || Object.keys(values).some((name) => name === "med" || /^p\(\d+(?:\.\d+)?\)$/.test(name));
}
// src/formats/k6-summary-export.ts
/**
* `k6 run --summary-export FILE`: a flat format without types and units, unchanged since 2019. Written by
* internal/js/summary-wrapper.js at https://github.com/grafana/k6/tree/v2.2.0.
*/
const k6SummaryExport = k6SummaryFormat({
	id: "k6-summary-export",
	title: "k6 --summary-export",
	recognizesJson: isSummaryExport,
	read(root) {
		const entries = metricEntriesAt(root);
		return {
			toolVersion: null,
			durationMs: null,
			script: null,
			metrics: entries.map(readMetric),
			thresholds: entries.flatMap((entry) => thresholdsAt(entry, isCrossed, "true or false"))
		};
	}
});
function isSummaryExport(root) {
	if (!isLikeSummary(root) || !isObject(root.metrics)) return false;
	return Object.values(root.metrics).every((metric) => !isObject(metric) || metric.values === void 0);
}
function readMetric({ key, path, metric }) {
	const kind = kindOf(metric);
	requireBuiltInKind(key, path, kind);
	return {
		key,
		kind,
		contains: null,
		values: metricValuesAt(path, kind, metric)
	};
}
/**
* The file does not have the kind of a metric, so its fields decide. Every counter has `rate`, whatever
* summaryTrendStats says.
*/
function kindOf(metric) {
	if ("passes" in metric && "fails" in metric) return "rate";
	if ("value" in metric) return "gauge";
	return "rate" in metric ? "counter" : "trend";
}
/**
* In this format `true` means that the threshold was crossed. All other formats mean the opposite:
* https://github.com/grafana/k6-docs/issues/30.
*/
function isCrossed(outcome) {
	return typeof outcome === "boolean" ? outcome : null;
}
// src/formats/locust.ts
const NAME$2 = "Locust";
const LOCUST_CSV_ADVICE = "Give the request log (CsvRequestLogger) or --json-file: this file lacks the last requests of the run, and its times move in steps of up to 10 %.";
const NO_TIMES = "It has no times. Give the request log (CsvRequestLogger) or --json-file.";
/**
* Locust exits with 1 if any request failed. The run is complete. https://docs.locust.io/en/2.47.0/configuration.html
*/
const locustTool = {
	name: NAME$2,
	joins: false,
	asides: [
		{
			recognizes: (start) => /^"?Timestamp"?,"?User Count/i.test(start),
			what: "The file is the history CSV of Locust.",
			advice: LOCUST_CSV_ADVICE
		},
		{
			recognizes: (start) => /^"?(?:Method|Type)"?,"?Name"?,"?Error"?,/i.test(start),
			what: "The file is the failures CSV of Locust.",
			advice: NO_TIMES
		},
		{
			recognizes: (start) => /^"?Count"?,"?Message"?,"?Traceback/i.test(start),
			what: "The file is the exceptions CSV of Locust.",
			advice: NO_TIMES
		},
		{
			recognizes: (start) => /^\d{9,}\.\d+,[A-Z]+,.*,\d+(?:\.\d+)?,\d+,\d*,/.test(start),
			what: "The file has rows of a request log of Locust, and not its first line, which names the columns.",
			advice: "Give the whole file, as the listener wrote it."
		},
		{
			recognizes: (start) => /^\[[^\]\n]+\] \S+\/INFO\/locust\.main: /m.test(start),
			what: "The file is what Locust prints, with times of whole milliseconds.",
			advice: "Give the request log (CsvRequestLogger) or --json-file."
		}
	],
	exitCode: wholeWith(NAME$2, [0, 1], "it did not finish")
};
const COLUMNS$1 = [
	"timestamp",
	"request_type",
	"name",
	"response_time_ms",
	"response_length",
	"status_code",
	"exception"
];
/**
* The log of all requests, written by `locust.contrib.csv_request_logger` since Locust 2.44, or by a listener with the
* same columns. Durations are in milliseconds; `timestamp` is the start, in seconds. A failed request has a text in
* `exception`, even if it has a status code.
* https://github.com/locustio/locust/blob/2.47.0/locust/contrib/csv_request_logger.py
*/
const requestLog = {
	id: "locust-request-log",
	tool: locustTool,
	title: "Locust request log",
	content: "points",
	recognizes: (prefix) => new TextDecoder().decode(prefix.subarray(0, 256)).replace(/^\ufeff/, "").startsWith(`${COLUMNS$1.slice(0, 4).join(",")},`),
	parse: (chunks, options) => readLog([chunks], options),
	merge: readLog
};
async function readLog(parts, options) {
	return readRequests({
		id: "locust-request-log",
		tool: NAME$2,
		basis: "request log",
		createScanner: createLogScanner
	}, parts, options);
}
function createLogScanner(receiver) {
	let places = null;
	return createRowScanner({
		delimiterOf: () => ",",
		read(fields, row) {
			if (places === null || fields[0]?.replace(/^\ufeff/, "") === "timestamp") {
				places = placesOf(fields);
				return;
			}
			const at = (column) => fields[places?.get(column) ?? -1] ?? "";
			const [start, time] = [at("timestamp"), at("response_time_ms")];
			const [startMs, durationMs] = [Number(start) * 1e3, Number(time)];
			if (fields.length < places.size || start === "" || time === "" || !(startMs > 0) || !(durationMs >= 0)) throw new UserError(text`Row ${row} of the request log has ${fields.length} fields, the timestamp ${quote(start)} and the response time ${quote(time)}. The file is damaged.`);
			const number = receiver.numberOf(`${at("request_type")} ${at("name")}`);
			receiver.add(number, startMs + durationMs, durationMs, at("exception") !== "");
		},
		end() {}
	});
}
function placesOf(header) {
	const places = new Map(header.map((column, index) => [column.replace(/^\ufeff/, ""), index]));
	const absent = COLUMNS$1.find((column) => !places.has(column));
	if (absent !== void 0) throw new UserError(`The request log of Locust has no column ${absent}. Keep all columns of CsvRequestLogger.`);
	return places;
}
function entriesShape(z) {
	return z.array(z.object({
		name: z.string(),
		method: z.string().nullable(),
		num_requests: z.number().nonnegative(),
		num_none_requests: z.number().nonnegative(),
		num_failures: z.number().nonnegative(),
		total_response_time: z.number().nonnegative(),
		max_response_time: z.number(),
		min_response_time: z.number().nullable(),
		start_time: z.number(),
		last_request_timestamp: z.number().nullable(),
		response_times: z.record(z.string(), z.number().nonnegative())
	}));
}
const locust = [requestLog, documentFormat({
	id: "locust-json",
	tool: locustTool,
	title: "Locust --json-file",
	content: "summary",
	beginning: /^\[\s*\{[^{}]*"num_requests":/,
	recognizesJson: (document) => Array.isArray(document) && isObject(document[0]) && "num_requests" in document[0] && "response_times" in document[0],
	shape: entriesShape,
	run(entries) {
		const all = sumOfEntries(entries);
		if (all.num_requests === 0) throw new UserError("Locust made no request: nothing was measured. Does any user have a task?");
		const durationMs = ((all.last_request_timestamp ?? 0) - all.start_time) * 1e3;
		return {
			format: "locust-json",
			tool: NAME$2,
			basis: "JSON buckets",
			toolVersion: null,
			durationMs: durationMs > 0 ? durationMs : null,
			...beganAt(all.start_time * 1e3),
			scriptHash: null,
			measurements: [...measurementsOf$1(all, null, durationMs), ...entries.filter(({ num_requests }) => num_requests > 0).flatMap((one) => measurementsOf$1(one, withoutSecrets(`${one.method ?? ""} ${one.name}`.trim()), durationMs))],
			thresholds: [],
			notes: [
				text`Locust counts times in buckets of two digits: percentiles move in steps. The request log has all digits.`,
				...[timeoutNote(all.max_response_time)].filter((note) => note !== null),
				...all.num_failures > 0 ? [text`The latency is that of all requests, failed ones included. The request log tells them apart.`] : []
			]
		};
	}
})];
function sumOfEntries(entries) {
	const sum = (read) => entries.reduce((total, entry) => total + read(entry), 0);
	const buckets = /* @__PURE__ */ new Map();
	for (const { response_times } of entries) for (const [time, count] of Object.entries(response_times)) buckets.set(time, (buckets.get(time) ?? 0) + count);
	const made = entries.filter(({ num_requests }) => num_requests > 0);
	return {
		name: "",
		method: null,
		num_requests: sum((one) => one.num_requests),
		num_none_requests: sum((one) => one.num_none_requests),
		num_failures: sum((one) => one.num_failures),
		total_response_time: sum((one) => one.total_response_time),
		max_response_time: Math.max(...made.map((one) => one.max_response_time)),
		min_response_time: Math.min(...made.map((one) => one.min_response_time ?? 0)),
		start_time: Math.min(...made.map((one) => one.start_time)),
		last_request_timestamp: Math.max(...made.map((one) => one.last_request_timestamp ?? 0)),
		response_times: Object.fromEntries(buckets)
	};
}
function measurementsOf$1(entry, endpoint, durationMs) {
	const { num_requests: requests, num_failures: failures, num_none_requests: without } = entry;
	const timed = requests - without;
	const rate = durationMs > 0 ? requests * 1e3 / durationMs : null;
	return [
		latencyOf$2(entry, endpoint, timed),
		{
			...errorShare(failures, requests),
			endpoint
		},
		{
			...throughput$2(requests, rate),
			endpoint
		}
	];
}
function latencyOf$2(entry, endpoint, timed) {
	const buckets = Object.entries(entry.response_times).map(([time, count]) => [Number(time), count]).sort(([left], [right]) => left - right);
	const problem = timed <= 0 || buckets.length === 0 ? text`no samples` : entry.num_failures >= entry.num_requests ? noneSucceeded(entry.num_requests) : null;
	const percentiles = PERCENTILES$1.map(([stat, share]) => [stat, bucketAt(buckets, share)]);
	const base = {
		...LATENCY_FIELDS,
		endpoint,
		population: "all",
		...endpoint === null ? { central: "p95" } : {},
		sampleCount: problem === null ? timed : 0
	};
	if (problem !== null) return {
		...base,
		stats: /* @__PURE__ */ new Map(),
		unusable: new Map([
			"avg",
			"p50",
			"p95",
			"p99"
		].map((stat) => [stat, problem]))
	};
	return {
		...base,
		stats: new Map([
			["avg", entry.total_response_time / timed],
			["min", entry.min_response_time ?? 0],
			["max", entry.max_response_time],
			...percentiles
		]),
		unusable: /* @__PURE__ */ new Map(),
		steps: new Map(percentiles.map(([stat, value]) => [stat, stepAt(buckets, value)]))
	};
}
/** The bucket that contains the request number ceil(n · share). */
function bucketAt(buckets, share) {
	const all = buckets.reduce((sum, [, count]) => sum + count, 0);
	let seen = 0;
	for (const [time, count] of buckets) {
		seen += count;
		if (seen >= share * all - 1e-9) return time;
	}
	return NaN;
}
/**
* The width of the buckets around a time. A load test may replace `bucket_response_time`, so the width is measured: all
* times with the same number of digits are multiples of it. With too few times, the default width of Locust is assumed.
*/
function stepAt(buckets, time) {
	const digits = Math.floor(Math.log10(Math.max(time, 1)));
	const standard = Math.max(1, 10 ** (digits - 1));
	const sameLength = buckets.map(([key]) => key).filter((key) => Math.floor(Math.log10(Math.max(key, 1))) === digits);
	if (sameLength.length < 5 || !sameLength.every(Number.isInteger)) return standard;
	return sameLength.reduce(greatestCommonDivisor);
}
function greatestCommonDivisor(left, right) {
	return right === 0 ? left : greatestCommonDivisor(right, left % right);
}
// src/formats/locust-stats-csv.ts
const HEADER = /^\ufeff?"?(?:Type|Method)"?,"?Name"?,"?(?:Request Count|# requests)/i;
const WHY$1 = text`The CSV of Locust lacks the last 1 to 21 % of the requests, and looks complete even after a kill, so its percentiles are shown and not judged. Give the request log or --json-file, or gate on the mean.`;
/** The columns, by their names since Locust 1.0 and before. */
const COLUMNS = {
	requests: ["Request Count", "# requests"],
	failures: ["Failure Count", "# failures"],
	avg: ["Average Response Time", "Average response time"],
	min: ["Min Response Time", "Min response time"],
	max: ["Max Response Time", "Max response time"],
	rate: ["Requests/s"],
	p50: ["50%"],
	p90: ["90%"],
	p95: ["95%"],
	p99: ["99%"]
};
/**
* `PREFIX_stats.csv` of `--csv`. It is used only if there is no other result, and its percentiles are shown but not
* judged. At the end, Locust closes the file without writing its last rows:
* https://github.com/locustio/locust/blob/2.47.0/locust/stats.py, `StatsCSVFileWriter`.
*/
const locustStatsCsv = {
	id: "locust-csv",
	tool: locustTool,
	title: "Locust --csv",
	content: "summary",
	aside: {
		what: "The file is the statistics CSV of Locust.",
		advice: LOCUST_CSV_ADVICE
	},
	recognizes: (prefix) => HEADER.test(new TextDecoder().decode(prefix.subarray(0, 256))),
	parse: parse$1,
	merge: async () => {
		throw new UserError("The statistics CSV of several load generators cannot be merged. Give request logs.");
	}
};
async function parse$1(chunks, options) {
	const rows = [];
	let header = null;
	const scanner = createRowScanner({
		delimiterOf: () => ",",
		read(fields) {
			if (header === null) header = fields.map((name) => name.replace(/^\ufeff/, ""));
			else rows.push(rowOf$1(header, fields));
		},
		end() {}
	});
	for await (const chunk of chunks) scanner.push(chunk);
	scanner.end();
	const all = rows.find(({ name }) => /^(?:None )?(?:Aggregated|Total)$/.test(name));
	if (all === void 0) throw new UserError(text`The CSV of Locust has no row "Aggregated": its end is missing. Was Locust killed?`);
	if (!(all.requests > 0)) throw new UserError("Locust made no request: nothing was measured. Does any user have a task?");
	return {
		format: "locust-csv",
		tool: locustTool.name,
		basis: "CSV",
		toolVersion: null,
		durationMs: null,
		scriptHash: null,
		measurements: rows.filter(({ requests }) => requests > 0).flatMap((row) => measurementsOf(row, row === all ? null : withoutSecrets(row.name))),
		thresholds: [],
		notes: [WHY$1],
		...selectionOf(options, null)
	};
}
function rowOf$1(header, fields) {
	const numbers = Object.entries(COLUMNS).map(([key, names]) => {
		const field = fields[header.findIndex((column) => names.includes(column))] ?? "";
		return [key, field === "" ? NaN : Number(field)];
	});
	return {
		name: [fields[0], fields[1]].filter((word) => word !== void 0 && word !== "").join(" "),
		...Object.fromEntries(numbers)
	};
}
function measurementsOf(row, endpoint) {
	const { requests, failures, rate } = row;
	return [
		latencyOf$1(row, endpoint),
		{
			...errorShare(failures, requests),
			endpoint
		},
		{
			...throughput$2(requests, Number.isNaN(rate) ? null : rate),
			endpoint
		}
	];
}
function latencyOf$1(row, endpoint) {
	const allFailed = row.failures >= row.requests;
	const known = [
		"avg",
		"min",
		"max",
		"p50",
		"p90",
		"p95",
		"p99"
	].filter((stat) => row[stat] >= 0);
	const why = noneSucceeded(row.requests);
	return {
		...LATENCY_FIELDS,
		endpoint,
		population: "all",
		...endpoint === null ? { central: "p95" } : {},
		sampleCount: allFailed ? 0 : row.requests,
		stats: new Map(allFailed ? [] : known.map((stat) => [stat, row[stat]])),
		unusable: new Map(allFailed ? known.map((stat) => [stat, why]) : []),
		notJudged: new Map(known.filter((stat) => stat.startsWith("p")).map((stat) => [stat, WHY$1]))
	};
}
// src/formats/perf-gate-digest.ts
const LATENCY_SERIES = {
	metric: "http_req_duration",
	endpoint: null
};
const PERCENTILE = /^p(\d+(?:\.\d+)?)$/;
/**
* The file that `perf-gate digest` makes of raw points on a load generator: counts, exact statistics, and histograms of
* latencies. Statistics of a single generator are exact. For several generators, percentiles come from the sum of the
* histograms and are within 0.25 %.
*/
const perfGateDigest = {
	id: "perf-gate-digest",
	tool: K6,
	title: "perf-gate digest",
	content: "digest",
	recognizes(prefix, json = () => jsonValue(prefix)) {
		const value = json();
		return isObject(value) && value.digest === "perf-gate";
	},
	parse: async (chunks, options) => (await read(chunks, options)).run,
	async merge(parts, options) {
		const digests = [];
		for (const part of parts) digests.push(await read(part, options));
		return mergeDigests(digests);
	}
};
async function read(chunks, options) {
	const [{ readDigest, seriesKey }, { decodeHistogram }, { countEncoded }] = await Promise.all([
		import("./digest-file.js"),
		import("./latency-histogram2.js"),
		import("./encoded-histogram.js")
	]);
	const { run, histograms, selection } = await readDigest(await readJsonDocument(chunks), countEncoded);
	const encoded = histograms.get(seriesKey(LATENCY_SERIES));
	const digested = {
		...run,
		...selectionOf(options, selection),
		distribution: encoded === void 0 ? null : distributionOfHistogram(await decodeHistogram(encoded))
	};
	if (selection === selectionText(options)) return {
		run: digested,
		histograms
	};
	const note = text`The digest counts ${selection ?? text`all samples`}, and the policy wants ${selectionText(options) ?? text`all samples`}. A digest cannot be trimmed: give the same policy to ${code("perf-gate digest")}.`;
	return {
		run: {
			...digested,
			notes: [...run.notes, note]
		},
		histograms
	};
}
/**
* Merges counts as summaries do. Percentiles come from the sum of the histograms, if every part with samples has a
* histogram.
*/
async function mergeDigests(digests) {
	const { seriesKey } = await import("./digest-file.js");
	const merged = mergeSummaries(digests.map(({ run }) => run));
	if (digests.length === 1) return merged;
	let distribution = null;
	const measurements = [];
	for (const measurement of merged.measurements) {
		const key = seriesKey(measurement);
		const parts = digests.filter(({ run }) => run.measurements.some((one) => seriesKey(one) === key && one.sampleCount !== 0));
		const encoded = parts.flatMap(({ histograms }) => histograms.get(key) ?? []);
		const histogram = encoded.length < parts.length ? null : await sumOfHistograms(encoded);
		if (key === seriesKey(LATENCY_SERIES) && histogram !== null) distribution = distributionOfHistogram(histogram);
		measurements.push(histogram === null ? measurement : withPercentiles(measurement, histogram));
	}
	return {
		...merged,
		measurements,
		distribution
	};
}
/** null: there is no histogram. */
async function sumOfHistograms(encoded) {
	const { decodeHistogram } = await import("./latency-histogram2.js");
	let sum = null;
	for (const one of encoded) {
		const histogram = await decodeHistogram(one);
		if (sum === null) sum = histogram;
		else sum.add(histogram);
	}
	return sum;
}
function withPercentiles(measurement, histogram) {
	if (measurement.bounds == null) return measurement;
	const stats = new Map(measurement.stats);
	const unusable = new Map(measurement.unusable);
	const bounds = new Map(measurement.bounds);
	for (const [stat, { lower, upper }] of measurement.bounds) {
		const percent = PERCENTILE.exec(stat)?.[1];
		if (percent === void 0) continue;
		stats.set(stat, Math.min(Math.max(histogram.quantileMs(Number(percent) / 100), lower), upper));
		unusable.delete(stat);
		bounds.delete(stat);
	}
	return {
		...measurement,
		stats,
		unusable,
		bounds
	};
}
// src/formats/perf-gate-metrics.ts
const NAME$1 = "perf-gate-metrics.json";
const tool = {
	name: NAME$1,
	joins: true,
	asides: [],
	exitCode: wholeWith("The tool behind perf-gate-metrics.json", [0], "it failed")
};
/** The units that a file may use, each with our unit and the factor to it. */
const UNITS = {
	ns: {
		unit: "ms",
		factor: 1e-6
	},
	us: {
		unit: "ms",
		factor: .001
	},
	ms: {
		unit: "ms",
		factor: 1
	},
	s: {
		unit: "ms",
		factor: 1e3
	},
	percent: {
		unit: "ratio",
		factor: .01
	},
	ratio: {
		unit: "ratio",
		factor: 1
	},
	"per-second": {
		unit: "per-second",
		factor: 1
	},
	bytes: {
		unit: "bytes",
		factor: 1
	},
	"bytes-per-second": {
		unit: "bytes-per-second",
		factor: 1
	},
	count: {
		unit: "count",
		factor: 1
	},
	none: {
		unit: "none",
		factor: 1
	}
};
const FACTS$1 = {
	latency: {
		unit: "ms",
		better: "lower",
		kind: "trend"
	},
	duration: {
		unit: "ms",
		better: "lower",
		kind: "trend"
	},
	throughput: {
		unit: "per-second",
		better: "higher",
		kind: "counter"
	},
	"operation-rate": {
		unit: "per-second",
		better: "higher",
		kind: "trend"
	},
	"error-share": {
		unit: "ratio",
		better: "lower",
		kind: "rate"
	},
	allocations: {
		unit: "bytes",
		better: "lower",
		kind: "trend"
	}
};
/**
* The shape of the file, from which the JSON Schema for editors is made as well. Unknown keys are errors, because a
* misspelt key would otherwise be ignored silently.
*/
function metricsShape(z) {
	const stat = z.string().regex(/^(?:avg|min|max|rate|value|p\d{1,2}(?:\.\d{1,3})?)$/, "expected avg, min, max, rate, value or a percentile such as p95");
	const metric = z.strictObject({
		name: z.string().min(1).max(500),
		endpoint: z.string().min(1).max(500).nullable().optional(),
		quantity: z.enum(QUANTITIES).optional(),
		unit: z.enum(Object.keys(UNITS)),
		better: z.enum([
			"lower",
			"higher",
			"neither"
		]).optional(),
		gate: stat.optional(),
		samples: z.int().nonnegative().optional(),
		stats: z.record(stat, z.number()).optional(),
		steps: z.record(stat, z.number().positive()).optional(),
		values: z.array(z.number()).min(1).max(2e5).optional()
	});
	return z.strictObject({
		$schema: z.string().optional(),
		perfGateMetrics: z.literal(1),
		tool: z.string().min(1).max(100),
		toolVersion: z.string().max(100).optional(),
		basis: z.string().min(1).max(200).optional(),
		durationMs: z.number().positive().optional(),
		notes: z.array(z.string().max(1e3)).max(50).optional(),
		metrics: z.array(metric).min(1, "expected at least one metric")
	});
}
/** The neutral file for tools that have no reader here: docs/tools/perf-gate-metrics.md. */
const perfGateMetrics = documentFormat({
	id: "perf-gate-metrics",
	tool,
	title: NAME$1,
	content: "summary",
	beginning: /^\{\s*"perfGateMetrics"\s*:/,
	recognizesJson: (document) => isObject(document) && "perfGateMetrics" in document,
	shape: metricsShape,
	run({ tool: name, toolVersion, basis, durationMs, notes, metrics }) {
		return {
			format: "perf-gate-metrics",
			tool: name,
			...basis === void 0 ? {} : { basis },
			toolVersion: toolVersion ?? null,
			durationMs: durationMs ?? null,
			scriptHash: null,
			measurements: metrics.map(measurementOf),
			thresholds: [],
			notes: (notes ?? []).map((note) => [note])
		};
	}
});
function measurementOf(metric) {
	const { name, endpoint = null, quantity, better, gate, samples, stats, steps, values } = metric;
	const { unit, factor } = UNITS[metric.unit];
	const facts = quantity === void 0 ? null : FACTS$1[quantity];
	if (facts !== null && facts.unit !== unit) throw new UserError(text`The metric ${quote(name)} is ${quantity ?? ""} and has the unit ${metric.unit}. Give it in ${facts.unit}.`);
	if (stats === void 0 === (values === void 0)) throw new UserError(text`The metric ${quote(name)} needs either "stats" with finished statistics, or "values" with all samples.`);
	const direction = better ?? facts?.better;
	if (direction === void 0) throw new UserError(text`The metric ${quote(name)} has no quantity, so "better" must say which direction is good: lower, higher or neither.`);
	const known = new Map(stats === void 0 ? statsOf$1(values ?? []) : Object.entries(stats));
	if (gate !== void 0 && !known.has(gate)) throw new UserError(text`The metric ${quote(name)} should be gated on ${gate}, but does not have it. It has ${[...known.keys()].join(", ")}.`);
	const scaled = [...known].map(([stat, value]) => [stat, value * factor]);
	const bad = scaled.filter(([, value]) => value < 0 || unit === "ratio" && value > 1);
	return {
		metric: withoutSecrets(name),
		endpoint: endpoint === null ? null : withoutSecrets(endpoint),
		kind: facts?.kind ?? (known.has("value") ? "gauge" : "trend"),
		unit,
		better: direction,
		population: "all",
		...quantity === void 0 ? {} : { quantity },
		...gate === void 0 ? {} : { central: gate },
		sampleCount: samples ?? values?.length ?? null,
		stats: new Map(scaled.filter(([stat]) => !bad.some(([other]) => other === stat))),
		unusable: new Map(bad.map(([stat, value]) => [stat, text`it is ${value} ${unit}`])),
		...steps === void 0 ? {} : { steps: new Map(Object.entries(steps).map(([stat, step]) => [stat, step * factor])) }
	};
}
function statsOf$1(values) {
	const quantiles = quantilesInPlace(Float64Array.from(values), PROBABILITIES);
	return [
		["avg", values.reduce((sum, value) => sum + value, 0) / values.length],
		["min", values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY)],
		["max", values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY)],
		...PERCENTILES$1.map(([stat], index) => [stat, quantiles[index] ?? NaN])
	];
}
// src/formats/wrk.ts
const WRK_SCRIPT_ADVICE = "Let the script examples/wrk/perf-gate.lua write a line of JSON: wrk -s perf-gate.lua … 2> wrk.json.";
const wrkTool = {
	name: "wrk",
	joins: false,
	asides: [{
		recognizes: (start) => /^unable to connect to /.test(start),
		what: "wrk could not connect, so it measured nothing.",
		advice: "Check that the service was up, and measure again."
	}],
	exitCode: wholeWith("wrk", [0], "it could not connect, or did not understand its options")
};
/** wrk2 uses its first 10 seconds for calibration and leaves them out: https://github.com/giltene/wrk2#basic-usage */
const WRK2_CALIBRATION_S = 10;
const WRK2_MIN_S = 30;
const wrk = [documentFormat({
	id: "wrk",
	tool: wrkTool,
	title: "the JSON line of perf-gate.lua",
	content: "summary",
	beginning: /^\{\s*"tool":\s*"wrk2?",\s*"unit":\s*"us"/,
	recognizesJson: (document) => isObject(document) && (document.tool === "wrk" || document.tool === "wrk2") && document.unit === "us" && "latency" in document,
	shape: (z) => z.object({
		tool: z.enum(["wrk", "wrk2"]),
		duration: z.number().positive(),
		requests: z.number().nonnegative(),
		errors: z.object({
			connect: z.number(),
			read: z.number(),
			write: z.number(),
			status: z.number(),
			timeout: z.number()
		}),
		latency: z.object({
			min: z.number(),
			max: z.number(),
			mean: z.number(),
			percentiles: z.record(z.string().regex(/^\d+(?:\.\d+)?$/), z.number())
		}),
		histogram: z.array(z.array(z.number())).optional()
	}),
	run({ tool: name, duration, requests, errors, latency, histogram }) {
		const { status, ...unanswered } = errors;
		const lost = Object.values(unanswered).reduce((sum, count) => sum + count, 0);
		if (requests + lost === 0) throw new UserError(`${name} made no request: nothing was measured.`);
		const counted = histogram?.reduce((sum, [, count = 0]) => sum + count, 0) ?? null;
		const allFailed = status >= requests;
		const stats = new Map([
			["avg", latency.mean / 1e3],
			["min", latency.min / 1e3],
			["max", latency.max / 1e3],
			...Object.entries(latency.percentiles).map(([percent, value]) => [`p${percent}`, value / 1e3])
		]);
		const why = noneSucceeded(requests + lost);
		const latencies = {
			...LATENCY_FIELDS,
			population: "all",
			central: "p95",
			sampleCount: allFailed ? 0 : counted ?? (name === "wrk" ? requests : null),
			stats: allFailed ? /* @__PURE__ */ new Map() : stats,
			unusable: allFailed ? new Map([...stats.keys()].map((stat) => [stat, why])) : /* @__PURE__ */ new Map()
		};
		const seconds = duration / 1e6;
		return {
			format: "wrk",
			tool: name,
			basis: name === "wrk" ? "closed load" : "open load",
			toolVersion: null,
			durationMs: duration / 1e3,
			scriptHash: null,
			measurements: [
				latencies,
				errorShare(status + lost, requests + lost),
				throughput$2(requests, requests / seconds)
			],
			thresholds: [],
			notes: [
				...errors.timeout > 0 ? [text`${errors.timeout} requests had no answer within the time-out of ${name}, which is 2 s unless --timeout says otherwise. They count as errors, and the latency of the others looks better than the service was.`] : [],
				...[timeoutNote(latency.max / 1e3)].filter((note) => note !== null),
				...status > 0 ? [text`${status} answers have an error status, and their times count like the others.`] : [],
				...name === "wrk" && counted !== null && counted > requests ? [text`${counted - requests} of ${counted} latencies were added by wrk itself, which corrects for requests that it did not send. There are more on a busy machine.`] : [],
				...name === "wrk2" && seconds < WRK2_MIN_S ? [text`wrk2 leaves its first ${WRK2_CALIBRATION_S} s out, and ran for ${seconds.toFixed(0)} s: run it for at least ${WRK2_MIN_S} s.`] : []
			]
		};
	}
})];
// src/formats/wrk-text.ts
const WHY = text`The text of wrk has no p95, and its times have two or three digits: they are shown and not judged. Let perf-gate.lua write a line of JSON.`;
/** The units that wrk prints: `83.33m` are minutes. `units.c` in https://github.com/wg/wrk/tree/4.2.0 */
const MILLISECONDS = {
	us: .001,
	ms: 1,
	s: 1e3,
	m: 6e4,
	h: 36e5
};
/** The text that wrk and wrk2 print. It is used only if there is no other result, and is shown but not judged. */
const wrkText = {
	id: "wrk-text",
	tool: wrkTool,
	title: "the text of wrk",
	content: "summary",
	aside: {
		what: "The file is the text of wrk or wrk2: it has no p95, and its numbers are rounded to two or three digits.",
		advice: WRK_SCRIPT_ADVICE
	},
	recognizes: (prefix) => /^Running \S+ test @ /.test(new TextDecoder().decode(prefix.subarray(0, 256))),
	parse,
	merge: async () => {
		throw new UserError(`Texts of wrk cannot be merged. ${WRK_SCRIPT_ADVICE}`);
	}
};
async function parse(chunks, options) {
	const printed = decodeUtf8(await joinChunks(chunks));
	const name = printed.includes("HdrHistogram") ? "wrk2" : "wrk";
	const [, requestText, seconds] = /^\s*(\d+) requests in ([\d.]+\w+),/m.exec(printed) ?? [];
	const rate = /^Requests\/sec:\s+([\d.]+)$/m.exec(printed)?.[1];
	if (requestText === void 0 || rate === void 0 || !printed.endsWith("\n")) throw new UserError(`The text of ${name} has no last line: its end is missing. Was ${name} killed?`);
	const requests = Number(requestText);
	const status = Number(/^\s*Non-2xx or 3xx responses: (\d+)$/m.exec(printed)?.[1] ?? 0);
	const lost = [...(/^\s*Socket errors: (.*)$/m.exec(printed)?.[1] ?? "").matchAll(/\d+/g)].reduce((sum, [count]) => sum + Number(count), 0);
	if (requests + lost === 0) throw new UserError(`${name} made no request: nothing was measured.`);
	return {
		format: "wrk-text",
		tool: name,
		basis: "text",
		toolVersion: null,
		durationMs: millisecondsOf(seconds),
		scriptHash: null,
		measurements: [
			latencyOf(printed, requests, status >= requests),
			errorShare(status + lost, requests + lost),
			throughput$2(requests, Number(rate))
		],
		thresholds: [],
		notes: [WHY],
		...selectionOf(options, null)
	};
}
function latencyOf(printed, requests, allFailed) {
	const [, avg, max] = /^\s*Latency\s+(\S+)\s+\S+\s+(\S+)/m.exec(printed) ?? [];
	const percentiles = [...printed.matchAll(/^\s*(\d+(?:\.\d+)?)%\s+([\d.]+[a-z]+)$/gm)].filter(([, percent]) => Number(percent) < 100).map(([, percent, time]) => [`p${Number(percent)}`, millisecondsOf(time)]);
	const known = [
		["avg", millisecondsOf(avg)],
		["max", millisecondsOf(max)],
		...percentiles
	].flatMap(([stat, value]) => value === null ? [] : [[stat, value]]);
	const why = noneSucceeded(requests);
	return {
		...LATENCY_FIELDS,
		population: "all",
		central: percentiles.length === 0 ? "avg" : "p90",
		sampleCount: allFailed ? 0 : requests,
		stats: new Map(allFailed ? [] : known),
		unusable: new Map(allFailed ? known.map(([stat]) => [stat, why]) : []),
		notJudged: new Map(known.map(([stat]) => [stat, WHY]))
	};
}
function millisecondsOf(printed) {
	const [, number, unit = ""] = /^([\d.]+)([a-z]+)$/.exec(printed ?? "") ?? [];
	const factor = MILLISECONDS[unit];
	return factor === void 0 ? null : Number(number) * factor;
}
// src/formats/registry.ts
/** All formats that the gate reads. A new format, or a tool with all its formats, is one new file and one line here. */
const FORMATS = [
	k6MachineReadable,
	k6HandleSummary,
	k6SummaryExport,
	k6PointsNdjson,
	k6PointsCsv,
	perfGateDigest,
	perfGateMetrics,
	...hyperfine,
	...googleBenchmark,
	...jmh,
	...ghz,
	ghzSummary,
	ghzCsv,
	...locust,
	locustStatsCsv,
	...wrk,
	wrkText,
	...jmeter,
	...criterion,
	...gatling
];
// src/results/identify-run.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
/**
* Combines what a run measured with where it came from. `run.json` is untrusted: it can make a run less comparable, never more
* trusted.
*/
function identifyRun(group, content, { defaultCommit, defaultSide }) {
	const { placement } = group.first;
	const { runJsons, exitCode } = content;
	const run = withStampedVersion(content.run, runJsons);
	const instances = new Set(group.files.flatMap((one) => one.placement.instance ?? [])).size;
	const artifactIds = [...new Set(group.files.map((one) => one.file.artifact?.id ?? null))];
	const namedJob = joinedValue(runJsons.map(({ jobId }) => jobId)) ?? jobOfLeg(placement.leg, defaultSide);
	return {
		service: placement.service,
		side: placement.side,
		runNumber: placement.runNumber ?? runJsons[0]?.slot ?? 1,
		jobId: jobIdOf(artifactIds, namedJob),
		testedCommit: joinedValue(runJsons.map(({ testedCommit }) => testedCommit)) ?? defaultCommit,
		startedAt: runJsons.map(({ startedAt }) => startedAt ?? "").sort()[0] || null,
		conditions: conditionsOf(run, runJsons),
		source: sourceOf(group, content.resultPath),
		...instances > 1 ? { instances } : {},
		exitCode,
		...content.missedGoals === true ? { missedGoals: true } : {},
		run
	};
}
function conditionsOf(run, runJsons) {
	return {
		machine: joinedValue(runJsons.map(({ machine }) => machine)),
		load: withSelection(joinedValue(runJsons.map(({ load }) => load)), run.selection?.applied ?? null),
		scriptHash: joinedValue([run.scriptHash, ...runJsons.map(({ scriptHash }) => scriptHash)]),
		tool: run.tool === void 0 ? majorVersionOfK6(run.toolVersion ?? joinedValue(runJsons.map(versionOfK6))) : toolText(run.tool, run)
	};
}
function sourceOf(group, resultPath) {
	const { artifact } = group.first.file;
	const { runPath } = group.first.placement;
	return {
		workflowRunId: artifact?.workflowRunId ?? null,
		runAttempt: artifact?.runAttempt ?? null,
		artifactId: artifact?.id ?? null,
		artifactDigest: artifact?.digest ?? null,
		path: runPath === "" ? pathOf$1(resultPath, group) : runPath,
		...partOf$1(group.first)
	};
}
/** The path of a result that is a tree is its top folder, not its first file. */
function pathOf$1(path, { files }) {
	const folder = files.map(({ claim }) => claim.kind === "result" ? claim.format.treeFolder : void 0).find((name) => name !== void 0);
	if (folder === void 0) return path;
	const names = path.split("/");
	return names.includes(folder) ? names.slice(0, names.indexOf(folder) + 1).join("/") : folder;
}
/**
* Results of tools other than k6 seldom name the version of the tool. Then the version in run.json is used, if run.json names the
* same tool.
*/
function withStampedVersion(run, runJsons) {
	if (run.tool === void 0 || run.toolVersion !== null) return run;
	const stamped = runJsons.filter(({ tool }) => tool === run.tool).map(({ toolVersion }) => toolVersion);
	return {
		...run,
		toolVersion: joinedValue(stamped)
	};
}
function versionOfK6({ tool, toolVersion, k6Version }) {
	return tool === K6.name ? toolVersion ?? k6Version : k6Version;
}
/**
* Which part of the load test this is. In a folder of results each leg of a matrix is a folder. The number of the attempt at the
* end of its name is left out.
*/
function partOf$1({ file: { artifact }, placement: { leg } }) {
	if (artifact !== null) return { part: artifact.part ?? artifact.name };
	return leg === null ? {} : { part: leg.replace(/--\d+$/, "") };
}
/** A run whose first 30 s are left out measures something else than the whole run, so the selection is a part of the load. */
function withSelection(load, selection) {
	if (selection === null) return load;
	return load === null ? `samples ${selection}` : `${load}; samples ${selection}`;
}
/**
* The value of all load generators of a run. If they differ, all values are joined, so that two runs are equal only if all values
* are equal. null: unknown.
*/
function joinedValue(values) {
	const known = [...new Set(values.filter((value) => value != null))].sort();
	return known.length === 0 ? null : known.join("+");
}
/**
* Each leg of a matrix is a job. The same leg in the two folders of a comparison is not the same job, so the side is in the name.
*/
function jobOfLeg(leg, side) {
	return leg === null ? null : `${side}/${leg}`;
}
/**
* If the results come from artifacts, their ids are a part of the id of the job: no artifact can claim the machine of another
* artifact.
*/
function jobIdOf(artifactIds, jobId) {
	const artifacts = artifactIds.flatMap((id) => id === null ? [] : [`artifact-${id}`]);
	if (artifacts.length === 0) return jobId;
	return jobId === null ? artifacts.join("+") : `${artifacts.join("+")}:${jobId}`;
}
/**
* The tool, its major version and how it counts: `JMH v1`, `Locust, request log`. The version of k6 in `run.json` is not used,
* because k6 may be installed on the machine and yet not be the tool of this result.
*/
function toolText(tool, { toolVersion, basis }) {
	const major = /^v?(\d{1,4})\./.exec(toolVersion ?? "")?.[1];
	return [major === void 0 ? tool : `${tool} v${major}`, ...basis === void 0 ? [] : [basis]].join(", ");
}
// src/results/exit-code.ts
/** Reads the content of an `exit-code` file, which is one whole number. The tool defines what the number means. */
function readExitCode(held, tool) {
	const match = /^\s*(\d{1,3})\s*$/.exec(held);
	if (match === null) return {
		kind: "unusable",
		problem: text`The file exit-code holds ${name(JSON.stringify(held.slice(0, 20)))}, not one number. Write it with: ${code("echo \"$?\" > exit-code")}`
	};
	const number = Number(match[1]);
	const meaning = tool.exitCode(number);
	return meaning.kind === "whole" ? {
		...meaning,
		kind: "usable",
		code: number
	} : meaning;
}
/** `exit-code` and other usual names: `exit-code.txt`, `exit_code`, `k6.exitcode`, `exit-status`, `rc`. */
const NAME = /^(?:(?:[\w.-]*[-_.])?(?:exit[-_. ]?(?:code|status)|return[-_. ]?code)|(?:k6[-_.])?(?:exit|rc))(?:\.(?:txt|code))?$/i;
/**
* A file with such a name holds an exit code if its content is nothing but a number: `exit-code.log`, `status`, `k6-status.txt`,
* `result.code`.
*/
const LIKELY_NAME = /(?:^|[-_. ])(?:exit(?:code|status)?|status|code|rc|ret(?:urn|val|code)?)(?=$|[-_. ])/i;
function isExitCodeName(name) {
	return NAME.test(name);
}
/** A file that holds one number is shorter. */
const MAX_NUMBER_BYTES = 16;
/**
* Whether a file with a name that the layout does not know holds an exit code. The number must be an exit code of a load test,
* because a file with the name `status` may hold the status of an HTTP response.
*/
async function holdsExitCode({ path, open }) {
	if (!LIKELY_NAME.test(path.slice(path.lastIndexOf("/") + 1))) return false;
	let text = "";
	for await (const chunk of open()) {
		text += String.fromCharCode(...chunk.subarray(0, MAX_NUMBER_BYTES));
		if (text.length >= MAX_NUMBER_BYTES) return false;
	}
	const code = /^\s*(\d{1,3})\s*$/.exec(text)?.[1];
	return code !== void 0 && isExitCodeOfK6(Number(code));
}
// src/results/requests-of-run.ts
/**
* The number of requests of the load test, or of their times if the tool does not count requests. null: the results hold neither.
*/
function requestsOfRun({ measurements }) {
	const requests = measuredAs(measurements, "throughput");
	const count = requests?.stats.get("count") ?? requests?.sampleCount ?? measuredAs(measurements, "latency")?.sampleCount ?? null;
	return count === null || count <= 0 ? null : count;
}
// src/results/run-path.ts
/** Usual names for a repetition of a load test: `run1`, `iteration-2`, `k6-run-3`, `attempt_1`, `run-1-of-3`. */
const RUN_WORD = "(?:k6[-_ .]?)?(?:run|rep|repeat|repetition|iter|iteration|attempt|try|trial|round|execution)";
const OF_ALL = "(?:[-_ .]?of[-_ .]?\\d{1,6})?";
/** Numbers of up to 15 digits are exact. Some projects use the id of the workflow run, or the time in seconds, as the number. */
const RUN = new RegExp(`^(?:${RUN_WORD}[-_ .]?)?(\\d{1,15})${OF_ALL}$`, "i");
/**
* The time of a run identifies the run as well as a number does: `2026-01-31T09-30-00Z`, `20260131_0930`, `20260131093000123`.
* Load tools name their folders in the last form, with milliseconds; grpc_bench writes `263101T093000`, with two digits per part.
*/
const DATE_AND_TIME = "\\d{4}[-_.]?\\d{2}[-_.]?\\d{2}[T_. -]\\d{2}[-_:.h]?\\d{2}(?:[-_:.m]?\\d{2})?Z?|20\\d{12,15}|\\d{6}T\\d{6}";
const TIME = new RegExp(`^(?:${DATE_AND_TIME})$`, "i");
/** `checkout-20260131093000123` is a run of checkout. */
const NAME_AND_TIME = new RegExp(`^(.+?)[-_.](${DATE_AND_TIME})$`, "i");
/** A number with more digits is not exact. */
const NUMBER_DIGITS = 15;
const INSTANCE = /^instance[-_ .]?(\d{1,6})$/i;
/**
* `baseline` or `candidate`, also between words that say nothing about the service: `baseline-results`, `k6-results-candidate`.
*/
const KIND = "(?:k6|results?|runs?|summar(?:y|ies)|output|reports?)";
const IS_KIND = new RegExp(`^${KIND}$`, "i");
const SIDE = new RegExp(`^(?:${KIND}[-_ .])*(baseline|candidate)(?:[-_ .]${KIND})*$`, "i");
const SIDE_AND_RUN = new RegExp(`^(baseline|candidate)[-_ .]?(?:${RUN_WORD}[-_ .]?)?(\\d{1,15})$`, "i");
/** `checkout-baseline`: only the end can be the side, because `candidate-portal` may be the name of a service. */
const SERVICE_AND_SIDE = /^(.+?)[-_.](baseline|candidate)$/i;
const ARTIFACT = /^(?:k6|perf)-results(?:-(.*))?$/;
const CANONICAL = /^(?:run-\d+|instance-\d+|baseline|candidate)$/;
/** Words that name the kind of the file and not what was measured. */
const KIND_WORDS = /(^|[-_. ])(?:summary|summaries|results?|points|digest|export|raw|k6|report|output)(?=$|[-_. \d])/gi;
/** Endings of files that load tools write. */
const ENDINGS = /(?:\.(?:json|ndjson|jsonl|csv|gz|txt|jtl|xml|log|report))+$/i;
/** Endings of files that any program may write. The name of such a file need not be the name of a service. */
const OF_ANY_PROGRAM = /\.(?:txt|log|xml|report)(?:\.gz)?$/i;
const TIME_IN_NAME = new RegExp(`(^|[-_. ])(${DATE_AND_TIME})(?=$|[-_. ])`, "i");
const RUN_IN_NAME = new RegExp(`(^|[-_. ])${RUN_WORD}[-_ ]?(\\d{1,15})${OF_ALL}(?=$|[-_. ])`, "i");
/** After a digit, a point is that of a decimal or of a version: `c104.9.json` and `v1.2.json` are no runs 9 and 2. */
const NUMBER_AT_END = /(^|[-_ ]|(?<!\d)\.)\(?(\d{1,15})\)?[-_. ]*$/;
/** File systems allow no longer names, but a zip does. */
const MAX_NAME_CHARACTERS = 255;
/** Reads a path folder by folder. All folders below the folder of a run belong to the run. */
function readPath(path) {
	const folders = path.split("/");
	const name = folders.pop() ?? "";
	const found = {
		artifact: null,
		outer: [],
		side: null,
		runNumber: null,
		instance: null,
		end: 0,
		isOfTool: false,
		problem: null
	};
	for (const [index, folder] of folders.entries()) readFolderName(folder, index, found);
	const { end, isOfTool: _, ...parts } = found;
	const own = folders.slice(0, end);
	return {
		...parts,
		folder: own.join("/"),
		name,
		role: roleOf$1(name, folders, found.runNumber !== null),
		respelt: own.filter((folder) => !CANONICAL.test(folder) && (runOf(folder) !== null || SIDE_AND_RUN.test(folder) || NAME_AND_TIME.test(folder)))
	};
}
function readFolderName(folder, index, found) {
	if (found.isOfTool) return;
	const instance = INSTANCE.exec(folder);
	if (instance !== null) {
		if (found.instance !== null) found.problem = repeated("instance", folder);
		found.instance = Number(instance[1]);
		return;
	}
	const [, sideWord = SIDE.exec(folder)?.[1], run = runOf(folder)] = SIDE_AND_RUN.exec(folder) ?? [];
	if (sideWord === void 0 && run === null && (found.runNumber !== null || found.instance !== null)) {
		found.isOfTool = true;
		return;
	}
	found.end = index + 1;
	if (sideWord !== void 0) {
		const side = sideWord.toLowerCase() === "baseline" ? "baseline" : "candidate";
		if ((found.side ?? side) !== side) found.problem = repeated("side", folder);
		found.side = side;
	}
	if (run !== null) {
		if (found.runNumber !== null) found.problem = repeated("run", folder);
		found.runNumber = Number(run);
	}
	if (sideWord !== void 0 || run !== null) return;
	const [, name = folder, time] = NAME_AND_TIME.exec(folder) ?? [];
	if (time !== void 0) found.runNumber = Number(digitsOf(time));
	if (ARTIFACT.test(name) && found.artifact === null) {
		found.artifact = name;
		found.outer = [];
	} else if (time === void 0 || !IS_KIND.test(name)) found.outer.push(name);
}
/** The number of the run that a folder names. If the folder is a time, its digits are the number. */
function runOf(folder) {
	return RUN.exec(folder)?.[1] ?? (TIME.test(folder) ? digitsOf(folder) : null);
}
function digitsOf(time) {
	return time.replaceAll(/\D/g, "").slice(0, NUMBER_DIGITS);
}
function repeated(what, folder) {
	return text`The path names a second ${what}, ${name(JSON.stringify(folder))}, so it is not clear which of them is meant. ${EXPECTED}`;
}
const EXPECTED = text`Expected ${"<service>/<baseline or candidate>/run-<n>/<file>"}, where each folder may be left out.`;
/**
* The service and the leg in the name of an artifact: `k6-results-checkout--eu` is the leg `eu` of `checkout`; `k6-results` names
* no service.
*/
function readArtifactName(name) {
	const named = ARTIFACT.exec(name ?? "")?.[1];
	return named === void 0 ? {
		service: null,
		leg: null
	} : splitLeg(named);
}
/** The service and the side in a name: `checkout-baseline` is the baseline of `checkout`; `baseline` names no service. */
function splitSide(named) {
	const [, service, sideWord = SIDE.exec(named)?.[1]] = SERVICE_AND_SIDE.exec(named) ?? [];
	if (sideWord === void 0) return {
		service: named,
		side: null
	};
	return {
		service: service ?? null,
		side: sideWord.toLowerCase() === "baseline" ? "baseline" : "candidate"
	};
}
/** The service and the leg in a name: `checkout--eu` is the leg `eu` of `checkout`. */
function splitLeg(named) {
	const [service = "", ...rest] = named.split("--");
	return {
		service,
		leg: rest.length === 0 ? null : rest.join("--")
	};
}
/**
* What the name of a file says: `checkout-summary.json` is a result of checkout, `baseline.json` a result of the baseline, and
* `run-2.json` and `checkout-2.json` are results of run 2.
*/
function readFileName(name) {
	let words = name.slice(0, MAX_NAME_CHARACTERS).replace(ENDINGS, "").replace(KIND_WORDS, "$1");
	const take = (pattern) => {
		const match = pattern.exec(words);
		if (match !== null) words = words.replace(pattern, "$1");
		return match?.[2] ?? null;
	};
	const side = take(/(^|[-_. ])(baseline|candidate)(?=$|[-_. \d])/i)?.toLowerCase() ?? null;
	const time = take(TIME_IN_NAME);
	const runNumber = time === null ? take(RUN_IN_NAME) ?? take(NUMBER_AT_END) : digitsOf(time);
	const service = words.replace(/(^|[-_. ])runs?(?=$|[-_. ])/i, "$1").replaceAll(/^[-_. ]+|[-_. ]+$/g, "").toLowerCase();
	return {
		service: service === "" ? null : service,
		side: side === "baseline" || side === "candidate" ? side : null,
		runNumber: runNumber === null ? null : Number(runNumber)
	};
}
function roleOf$1(name, folders, isInRun) {
	if ([...folders, name].some((part) => /^\.[^.]/.test(part) || part === "__MACOSX")) return "ignored";
	if (isInRun && folders.at(-1) === "profile") return "profile";
	if (isInRun && (folders.at(-1) === "traces" || /^traces\.(?:json|ndjson|jsonl)(?:\.gz)?$/.test(name))) return "traces";
	if (isExitCodeName(name)) return "exit-code";
	if (name === "run.json") return "run-json";
	return /^resources\./.test(name) ? "resources" : "result";
}
/** The last part of a path. */
function fileName(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
/** The paths without the folders that all of them are in: files with one name are told apart, and files of one folder have their names. */
function belowSharedFolder(paths) {
	const all = paths.map((path) => path.split("/"));
	const [first = []] = all;
	const differs = first.findIndex((part, depth) => all.some((parts) => parts.length <= depth + 1 || parts[depth] !== part));
	return all.map((parts) => parts.slice(Math.max(differs, 0)).join("/"));
}
/**
* The services in the names of files that lie in no folder. Empty if a name holds no service, or if all names hold the same word,
* because the names then mean something else.
*/
function servicesInNames(paths) {
	const parts = paths.map(readPath).filter(({ role, outer, runNumber, name }) => {
		return role === "result" && outer.length === 0 && runNumber === null && ENDINGS.test(name) && !OF_ANY_PROGRAM.test(name);
	});
	const services = [...new Set(parts.map(({ name }) => readFileName(name).service))];
	return services.length < 2 ? [] : services.flatMap((service) => service ?? []);
}
// src/formats/join-runs.ts
/** The error share over all files. */
function pooled(shares) {
	const all = shares.reduce((sum, { sampleCount }) => sum + (sampleCount ?? 0), 0);
	return errorShare(shares.reduce((sum, { sampleCount, stats }) => sum + (sampleCount ?? 0) * (stats.get("rate") ?? 0), 0), all);
}
/**
* Joins files of one run that hold different series, such as one file per benchmark program. Throws a UserError if two
* files have the same series.
*/
function joinRuns(runs) {
	const [first, ...others] = runs;
	if (first === void 0) throw new UserError("There is no part of a run to read.");
	if (others.length === 0) return first;
	const isShare = (one) => quantityOf(one) === "error-share" && one.endpoint === null;
	const all = runs.flatMap((run) => run.measurements);
	const shares = all.filter(isShare);
	const measurements = [...all.filter((one) => !isShare(one)), ...shares.length === 0 ? [] : [pooled(shares)]];
	const seen = /* @__PURE__ */ new Set();
	for (const { metric, endpoint } of measurements) {
		const series = JSON.stringify([metric, endpoint]);
		if (seen.has(series)) throw new UserError(text`Two results lie in one run and both have ${quote(endpoint ?? metric)}, so it is not clear which of them is meant. Give each run a folder of its own: run-1, run-2 and so on.`);
		seen.add(series);
	}
	const tools = new Set(runs.map(({ tool }) => tool));
	if (tools.size > 1) throw new UserError(`The results of one run are of several tools: ${[...tools].join(" and ")}. Give each a service of its own.`);
	const bases = new Set(runs.map(({ basis }) => basis));
	const versions = new Set(runs.map(({ toolVersion }) => toolVersion));
	if (bases.size > 1 || versions.size > 1) throw new UserError(`The results of one run are of several versions or kinds: ${runs.map(({ basis, toolVersion }) => [toolVersion, basis].filter((word) => word != null).join(" ") || "unknown").join(" and ")}. Write all of them with the same version, in the same format.`);
	const { beganAtMs: _, ...rest } = first;
	const starts = runs.flatMap(({ beganAtMs }) => beganAtMs ?? []);
	return {
		...rest,
		...starts.length === 0 ? {} : { beganAtMs: Math.min(...starts) },
		durationMs: null,
		measurements,
		notes: distinct(runs.flatMap(({ notes }) => notes))
	};
}
// src/formats/unreadable.ts
/**
* The file is complete but not a result: a web page, a log, a picture, or a report of another tool. Beside a result it
* is ignored, and `what` is all that is said about it.
*/
var ForeignFileError = class extends UserError {
	name = "ForeignFileError";
	what;
	/** true: the tool that wrote the file is known, so the advice says what to give instead. */
	isOfKnownTool;
	constructor(what, advice = OF_ANY_TOOL) {
		const words = typeof what === "string" ? [what] : what;
		super(sentences$1(words, [advice]));
		this.what = words;
		this.isOfKnownTool = advice !== OF_ANY_TOOL;
	}
};
/** The advice if nothing in the file shows which tool was meant. */
const OF_ANY_TOOL = "docs/tools says which file of each tool is read. For k6 it is the file that \"k6 run --summary-export FILE\" writes, or JSON.stringify(data) from handleSummary.";
const ONE_FILE_PER_RUN = "If they are runs of one load test, put each summary into a folder of its own: run-1/summary.json, run-2/summary.json and so on.";
/**
* The endings of files of k6. The name of an empty file is the only clue: with such an ending it counts as a lost
* result.
*/
const DATA_ENDING = /\.(?:json|ndjson|jsonl|csv)(?:\.gz)?$/i;
/** Words in the names of other programs' files with the same endings. */
const OTHER_WORD = /(?:^|[-_.])(?:logs?|errors?|std(?:out|err)|stats?|docker|containers?|pods?|events?|traces?|health|coverage|junit|lint|config|env|meta(?:data)?|info|debug|console|package|exceptions|failures)(?=[-_.\d])/i;
/** The first bytes of known kinds of files: https://en.wikipedia.org/wiki/List_of_file_signatures */
const SIGNATURES = [
	["PNG", "a PNG picture"],
	["ÿØÿ", "a JPEG picture"],
	["GIF8", "a GIF picture"],
	["RIFF", "a picture or a recording"],
	["PK", "a zip archive"],
	["%PDF", "a PDF document"],
	["ELF", "a program"],
	["PERFILE2", "a profile of perf"],
	["FLR\0", "a recording of the Java Flight Recorder"],
	["SQLite format 3", "a SQLite database"],
	["(µ/ý", "compressed with zstd"],
	["ý7zXZ", "compressed with xz"],
	["BZh", "compressed with bzip2"],
	["7z¼¯", "a 7z archive"]
];
/**
* The error for content that no format recognises. It names what the content is. It is a ForeignFileError if the file
* never was a result.
*/
function explainUnreadable(content, path) {
	try {
		return isBinary(content) ? explainBinary(content, path) : explainText(textOf(content), content, path);
	} catch (error) {
		if (error instanceof UserError) return error;
		throw error;
	}
}
/** The error for content that cannot be read to its end, such as truncated gzip data. */
function explainBroken(start, path, error) {
	const text = lenientText(start);
	return text !== "" && !hasMarksOfK6(text) && !isCutEarly(text, path) ? new ForeignFileError(error.said) : error;
}
/**
* Whether the first line is a complete JSON object and more lines follow. Logs look like that, and so do statistics
* that were sampled repeatedly.
*/
function isJsonLines(text) {
	const start = text.trimStart();
	const end = start.indexOf("\n");
	if (end < 0 || start.slice(end).trim() === "") return false;
	return isObject(jsonOf(start.slice(0, end)));
}
function explainText(decoded, content, path) {
	const start = decoded.trimStart();
	if (start === "") return explainEmpty(path);
	if (start.startsWith("<") && !start.startsWith("<<<<<<< ")) return explainMarkup(start);
	const isOfK6 = hasMarksOfK6(start);
	if (/^\{\s*"event"\s*:/.test(start)) return new ForeignFileError(DASHBOARD);
	if (isJsonLines(start)) return isOfK6 ? severalDocuments(start) : new ForeignFileError(JSON_LINES);
	if (/^[{[]/.test(start) || start.startsWith("<<<<<<< ")) {
		if (jsonOf(start) !== void 0) return explainJson(parseJson(content));
		if (isOfK6 || isCutEarly(start, path)) return explainDamagedJson(start, content);
	}
	if (isOfK6) return new UserError("The start of the file is missing or damaged: its lines are of k6, but the first line is not.");
	const inside = /^[^\S\n]*\{(?:[^\S\n]*$|\s*")/m.exec(start)?.index ?? 0;
	if (inside > 0 && isLikeSummary(jsonOf(start.slice(inside)))) return new ForeignFileError(TEXT_AROUND, WRITES_ITSELF);
	if (start.startsWith("\"") && jsonOf(start) !== void 0) return new ForeignFileError("The file is JSON, but not a result of a known tool.");
	if (/(?:http_req_duration|iteration_duration|http_reqs)\.{2,}:/.test(decoded) || /█ (?:THRESHOLDS|TOTAL RESULTS)/.test(decoded)) return new ForeignFileError("The file is the text that k6 prints at the end of a test. Its numbers are rounded.");
	return new ForeignFileError(text`The file is not a result of a known tool: it starts with ${quote(start.slice(0, 40))}.`);
}
/**
* Recorded data of xk6-dashboard: each line has an event and its data, with the names of k6's metrics.
* https://github.com/grafana/xk6-dashboard#save-recorded-data
*/
const DASHBOARD = "The file is a recording of events, such as the web dashboard of k6 makes.";
const JSON_LINES = "The file holds JSON lines of another program: no line is a point of k6.";
/** An empty file, which does not show what it was meant to be. */
var EmptyFileError = class extends ForeignFileError {
	name = "EmptyFileError";
};
function explainEmpty(path) {
	const what = "The file is empty.";
	const advice = "The tool was stopped before it wrote its result, it measured nothing, or the disk was full. Measure again.";
	return isCalledLikeResult(path) ? new UserError(`${what} ${advice}`) : new EmptyFileError(what, advice);
}
function isCalledLikeResult(path) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	return DATA_ENDING.test(name) && !OTHER_WORD.test(name);
}
const TEXT_AROUND = "The file has a k6 summary with other text around it, such as what k6 prints.";
const WRITES_ITSELF = "Let k6 write the file itself: --summary-export=FILE, or a file name in handleSummary.";
/** Whether the file may be a summary that was cut so early that it has no key of k6. */
function isCutEarly(start, path) {
	return start.length < 200 && DATA_ENDING.test(path);
}
function explainDamagedJson(start, content) {
	try {
		return explainJson(parseJson(content));
	} catch (error) {
		if (error instanceof UserError && isFirstOfSeveral(start)) return severalDocuments(start);
		throw error;
	}
}
/** Whether the text starts with a complete JSON value and another value follows. */
function isFirstOfSeveral(start) {
	const second = /^[}\]]\s*[{[]|[}\]]\s*\{\s*"(?:root_group|metrics|options|state|setup_data)"\s*:/m.exec(start);
	return second !== null && jsonOf(start.slice(0, second.index + 1)) !== void 0;
}
function severalDocuments(start) {
	const end = start.indexOf("\n");
	if (isLikeSummary(jsonOf(start.slice(0, end))) && !/^\s*[{[]/.test(start.slice(end))) return new UserError(`${TEXT_AROUND} ${WRITES_ITSELF}`);
	return isLikeSummary(jsonOf(start.slice(0, start.indexOf("\n")))) || /"root_group"/.test(start) ? new UserError(`The file holds several k6 summaries, one after another. ${ONE_FILE_PER_RUN}`) : new UserError("The file mixes points of k6 with other lines. Let k6 write its points into a file of their own: --out json=FILE.");
}
function explainMarkup(start) {
	if (/<testsuites?[\s>]/.test(start.slice(0, 2e3))) return new ForeignFileError("The file is a JUnit report: it has no latencies, only passed and failed checks.");
	if (/<!doctype html|<html/i.test(start.slice(0, 2e3))) return new ForeignFileError("The file is an HTML report, for people only.");
	return new ForeignFileError("The file is XML or another markup, but not a result of a known tool.");
}
/** The error for valid JSON with the wrong shape. */
function explainJson(value) {
	if (Array.isArray(value)) return explainList(value);
	if (!isObject(value)) return new ForeignFileError("The file is JSON, but not a result of a known tool.");
	if ((Array.isArray(value.data) ? value.data : [value.data]).some((answer) => isObject(answer) && answer.type === "metrics")) return new ForeignFileError("The file is an answer of the k6 REST API (/v1/metrics), taken while the test ran.");
	if (isLikeSummary(value) && isObject(value.metrics)) return explainMetrics(value.metrics);
	const inside = Object.keys(value).filter((key) => isLikeSummary(value[key]));
	const places = names(inside.map(quotedLine));
	if (inside.length === 1) return new ForeignFileError(text`The file has a k6 summary inside of ${places}.`, "Upload that part of it alone.");
	if (inside.length > 1) return new ForeignFileError(text`The file holds several k6 summaries, under ${places}.`, ONE_FILE_PER_RUN);
	const keys = Object.keys(value).map(quotedLine);
	const which = keys.length === 0 ? text`none` : names(keys);
	return new ForeignFileError(text`The file is JSON, but not a result of a known tool: its keys are ${which}.`);
}
/** The error for a list, such as `jq -s` writes. */
function explainList(values) {
	if (values.length === 0) return new UserError("The file is an empty list: the tool that wrote it measured nothing.");
	const summaries = values.filter(isLikeSummary).length;
	if (values.length === 1 && summaries === 1) return new ForeignFileError("The file is a list with one k6 summary.", "Take it out of the list: jq '.[0]' FILE.");
	if (summaries > 0) return new ForeignFileError(`The file is a list of ${summaries} k6 summaries.`, ONE_FILE_PER_RUN);
	if (values.some((value) => isObject(value) && (value.type === "Point" || value.type === "Metric"))) return new ForeignFileError("The file is a JSON list of points of k6.", "Write each point on a line of its own, as k6 does: jq -c '.[]' FILE.");
	return new ForeignFileError("The file is JSON, but not a result of a known tool.");
}
function explainMetrics(metrics) {
	const odd = Object.entries(metrics).find(([, metric]) => !isObject(metric) || !("type" in metric) || !("values" in metric));
	const which = odd === void 0 ? text`metrics` : quote(odd[0]);
	return new UserError(text`The file mixes two shapes of k6 summaries: some metrics have "type" and "values", and ${which} does not. Was it rebuilt by the script? Upload the file that "k6 run --summary-export FILE" writes, or JSON.stringify(data) from handleSummary.`);
}
/** Whether the content is not text. Text has no NUL, except UTF-16, which is recognised by its first bytes. */
function isBinary(content) {
	return !isUtf16(content) && (content.includes(0) || signatureOf(content) !== void 0);
}
function explainBinary(content, path) {
	const signature = signatureOf(content);
	if (signature !== void 0) return new ForeignFileError(`The file is ${signature}.`);
	if (hasMarksOfK6(lenientText(content)) || DATA_ENDING.test(path)) return new UserError("The file is not text, so it is not a result. It is damaged, or was compressed twice.");
	return new ForeignFileError("The file is not text: a profile, an archive or a program.");
}
function signatureOf(content) {
	const start = String.fromCharCode(...content.subarray(0, 16));
	return SIGNATURES.find(([bytes]) => start.startsWith(bytes))?.[1];
}
function isUtf16(content) {
	return content[0] === 255 && content[1] === 254 || content[0] === 254 && content[1] === 255;
}
/**
* The content as text. If its encoding is not UTF-8, throws a UserError for a file of k6 and a ForeignFileError for any
* other file.
*/
function textOf(content) {
	if (isUtf16(content)) {
		const text = new TextDecoder(content[0] === 255 ? "utf-16le" : "utf-16be").decode(content);
		throw /^[{[]/.test(text.trimStart()) ? new UserError(UTF_16_PROBLEM) : new ForeignFileError("The file is UTF-16 text.");
	}
	try {
		return decodeUtf8(content);
	} catch (error) {
		const text = lenientText(content);
		throw hasMarksOfK6(text) || isCutEarly(text, ".json") && text.startsWith("{") ? error : new ForeignFileError("The file is text in another encoding than UTF-8.");
	}
}
function lenientText(content) {
	return new TextDecoder().decode(content.subarray(0, 65536));
}
/**
* The JSON value of a text. undefined if it is not JSON, or if parsing would take too much memory because it is too
* deep or has too many values.
*/
function jsonOf(text) {
	try {
		return shapeProblem(text) === null ? JSON.parse(text) : void 0;
	} catch {
		return;
	}
}
// src/formats/read-run.ts
/** Enough bytes to recognise any format, except a longer summary, which is then read as a whole. */
const PREFIX_BYTES = 65536;
const OPENING_BRACE = 123;
/**
* Reads the parts of one run that several load generators shared. Throws a UserError if their formats differ, because
* only parts of the same format can be merged.
*/
async function mergeParts(parts, options) {
	const [first] = parts;
	if (first === void 0) throw new UserError("There is no part of a run to read.");
	const other = parts.find(({ format }) => format !== first.format);
	if (other === void 0) return first.format.merge(parts.map(({ file }) => file.open()), options);
	throw new UserError(`The load generators of this run left different files: ${first.format.title} and ${other.format.title}. Let all of them write the same format.`);
}
/** Finds the format of a file by its content. Throws a UserError that says what the file is instead. */
async function recognizeFile(file, formats) {
	const { prefix, isWhole, broken } = await peek(file);
	const format = formatOf(prefix, formats);
	if (format !== void 0) return {
		file,
		format
	};
	if (broken !== null) throw explainBroken(prefix, file.path, broken);
	explainAside(prefix, formats);
	if (isWhole || !isStartOfDocument(prefix)) throw explainUnreadable(prefix, file.path);
	const content = await joinChunks(file.open()).catch((error) => {
		throw error instanceof UserError ? explainBroken(prefix, file.path, error) : error;
	});
	const formatOfDocument = formatOf(content, formats);
	if (formatOfDocument !== void 0) return {
		file,
		format: formatOfDocument
	};
	throw explainUnreadable(content, file.path);
}
/** The format that recognises these bytes. The bytes are parsed only once for all formats. */
function formatOf(bytes, formats) {
	let document = null;
	const json = () => {
		document ??= { value: jsonValue(bytes) };
		return document.value;
	};
	return formats.find((candidate) => candidate.recognizes(bytes, json));
}
/** Throws a ForeignFileError for a file that a known tool writes and that is never judged. */
function explainAside(prefix, formats) {
	const start = new TextDecoder().decode(prefix.subarray(0, 4096));
	const aside = [...new Set(formats.map(({ tool }) => tool))].flatMap(({ asides }) => asides).find((one) => one.recognizes(start));
	if (aside !== void 0) throw new ForeignFileError(aside.what, aside.advice);
}
async function peek(file) {
	let prefix = /* @__PURE__ */ new Uint8Array();
	try {
		for await (const chunk of file.open()) {
			const joined = new Uint8Array(prefix.length + chunk.length);
			joined.set(prefix);
			joined.set(chunk, prefix.length);
			prefix = joined;
			if (prefix.length >= PREFIX_BYTES) return {
				prefix,
				isWhole: false,
				broken: null
			};
		}
	} catch (error) {
		if (error instanceof UserError) return {
			prefix,
			isWhole: false,
			broken: error
		};
		throw error;
	}
	return {
		prefix,
		isWhole: true,
		broken: null
	};
}
/**
* Whether the prefix is the start of a JSON document that continues. A log of JSON lines is not a document and may have
* any size.
*/
function isStartOfDocument(prefix) {
	if (!prefix.subarray(0, 64).includes(OPENING_BRACE)) return false;
	return !isJsonLines(new TextDecoder().decode(prefix));
}
// src/results/foreign-files.ts
/** Above this number the files share one note. */
const MAX_SINGLE = 3;
/** The notes about files beside a result that are no results: what each of them is. They need no action. */
function notRead(files) {
	if (files.length <= MAX_SINGLE) return files.map(([path, { what }]) => text`${name(path)} was not read. ${what}`);
	return [text`${files.length} files were not read, because none of them is a result: ${listed$1([...new Set(files.map(([path]) => path))].map(name), MAX_SINGLE)}.`];
}
// src/results/run-results.ts
/**
* Reads the result files of one run. Raw points come first; without points a digest, and without a digest a summary. A summary
* beside points or a digest adds what only a summary has. Throws a UserError that names the file if a file is damaged,
* contradicts another, or if it is not clear which file holds the result.
*/
async function readResultOfRun(placed, options) {
	const damaged = placed.find(({ claim }) => claim.kind === "damaged");
	if (damaged?.claim.kind === "damaged") throw new UserError(damaged.claim.problem, { file: fileName(damaged.file.path) });
	const recognized = placed.flatMap(recognizedFile);
	const foreign = placed.flatMap(foreignFile);
	const [anyFile] = recognized;
	if (anyFile === void 0) return {
		kind: "foreign",
		...onlyForeign(foreign)
	};
	requireOneTool(recognized);
	const copies = [];
	const instances = await Promise.all(byInstance(recognized).map((files) => withoutCopies(files, options, copies)));
	const mains = instances.map(mainFiles);
	const run = await readMains(mains, options);
	const summaries = instances.flatMap(({ summary }) => summary);
	const summary = mains[0]?.[0] === void 0 || summaries.includes(mains[0][0]) || summaries.length < instances.length ? null : await readAll(summaries, options);
	const whole = summary === null ? run : withSummary(run, summary, options);
	return {
		kind: "read",
		run: {
			...whole,
			notes: [
				...whole.notes,
				...copies,
				...notRead(foreign)
			]
		},
		path: anyFile.file.path
	};
}
function recognizedFile({ file, claim, placement }) {
	return claim.kind === "result" ? [{
		file,
		format: claim.format,
		instance: placement.instance
	}] : [];
}
function foreignFile({ file, claim }) {
	return claim.kind === "foreign" ? [[fileName(file.path), claim.error]] : [];
}
/** The problem of a run without results. The file that tells most is named with what to do; the others are only listed. */
function onlyForeign(files) {
	const first = files.find(([, error]) => error.isOfKnownTool) ?? files[0];
	if (first === void 0) return { problem: text`There is no result here.` };
	return {
		problem: sentences$1(first[1].said, ...notRead(files.filter((file) => file !== first))),
		file: first[0]
	};
}
/** The files of each load generator, in the order of their numbers. A gap in the numbers is a lost file. */
function byInstance(recognized) {
	const numbers = [...new Set(recognized.map(({ instance }) => instance))].sort((left, right) => (left ?? 0) - (right ?? 0));
	if (numbers.includes(null) && numbers.length > 1) throw new UserError("Results lie both in the folder of the run and in folders instance-<m> below it, and it is not clear which of them are the results.");
	const first = numbers[0] ?? 0;
	const gap = numbers.findIndex((number, index) => (number ?? 0) !== first + index);
	if (gap > 0 || first > 1) throw new UserError(`The results of instance-${gap > 0 ? first + gap : 1} are missing: load generators are numbered from 0 or 1 without a gap.`);
	return numbers.map((number) => {
		const own = recognized.filter(({ instance }) => instance === number);
		const of = (content) => own.filter(({ format }) => format.content === content);
		return {
			points: of("points"),
			digest: of("digest"),
			summary: of("summary")
		};
	});
}
/**
* A tool may write its summary twice: k6 does if the script has a handleSummary and the command line a --summary-export. Then the
* fullest of them is kept.
*/
async function withoutCopies(files, options, copies) {
	if (files.summary.length < 2 || files.summary.some(({ format }) => format.tool.writesTwice !== true)) return files;
	const [fullest, ...others] = (await Promise.all(files.summary.map(async (file) => ({
		file,
		run: await readAll([file], options)
	})))).toSorted((left, right) => sizeOf(right.run) - sizeOf(left.run));
	if (fullest === void 0 || !others.every(({ run }) => saysTheSame(run, fullest.run))) return files;
	const [kept = "", ...same] = belowSharedFolder([fullest, ...others].map(({ file }) => file.file.path));
	copies.push(text`${names(same)} holds the same numbers as ${name(kept)}, so it was left out.`);
	return {
		...files,
		summary: [fullest.file]
	};
}
function sizeOf({ measurements }) {
	return measurements.reduce((sum, { stats }) => sum + stats.size, 0);
}
/**
* Whether two summaries are of the same run. Two runs of a load test never agree in all numbers, because an average has 15
* digits.
*/
function saysTheSame(one, other) {
	const stats = ({ measurements }) => new Map(measurements.flatMap(({ metric, endpoint, stats: own }) => [...own].map(([stat, value]) => [JSON.stringify([
		metric,
		endpoint,
		stat
	]), value])));
	const [left, right] = [stats(one), stats(other)];
	const shared = [...left].filter(([key]) => right.has(key));
	const isSame = ([key, value]) => Math.abs(value - (right.get(key) ?? NaN)) <= 1e-9 * Math.abs(value);
	return shared.length >= MIN_SHARED && shared.every(isSame);
}
/** The times of one metric are five numbers. With fewer common numbers, two files may agree by chance. */
const MIN_SHARED = 5;
function requireOneTool(files) {
	const [first] = files;
	const other = files.find(({ format }) => format.tool !== first?.format.tool);
	if (first === void 0 || other === void 0) return;
	throw new UserError(text`Results of two tools lie in one run: ${name(fileName(first.file.path))} (${first.format.title}) and ${name(fileName(other.file.path))} (${other.format.title}). Give each tool a service of its own: shop/run-1 and shop-benchmarks/run-1.`);
}
/**
* The files that hold the result: one file, all files of a tree, or several files that each hold a part. Points come before a
* digest, and a digest before a summary.
*/
function mainFiles({ points, digest, summary }) {
	for (const files of [
		points,
		digest,
		summary
	]) {
		const [first, second] = files;
		const isOneResult = first?.format.readTree !== void 0 || first?.format.tool.joins === true;
		if (second !== void 0 && first !== void 0 && !isOneResult) throw new UserError(text`Two results lie in one run: ${name(fileName(first.file.path))} (${first.format.title}) and ${name(fileName(second.file.path))} (${second.format.title}), and it is not clear which of them is the result. Give each of them a folder of its own: run-1 and run-2 where they are runs of one load test, checkout and search where they are services.`);
	}
	const mains = [
		points,
		digest,
		summary
	].find((files) => files.length > 0);
	if (mains === void 0) throw new UserError("There is no result here.");
	return mains;
}
async function readMains(mains, options) {
	const [files = []] = mains;
	const [first] = files;
	const isPoints = first?.format.content === "points";
	if (first === void 0 || isPoints || !(first.format.tool.joins || first.format.readTree !== void 0)) return await readAll(mains.flat(), options);
	if (mains.length > 1) throw new UserError(`${first.format.title} of several instances cannot be merged: give each of them a folder run-<n> of its own, or another service.`);
	const { readTree } = first.format;
	if (readTree !== void 0) return await readTree(files.filter(({ format }) => format === first.format).map(({ file }) => file), options);
	return joinRuns(await Promise.all(files.map((one) => readAll([one], options))));
}
async function readAll(files, options) {
	const [first] = files;
	try {
		return first !== void 0 && files.length === 1 ? await first.format.parse(first.file.open(), options) : await mergeParts(files, options);
	} catch (error) {
		if (error instanceof UserError && first !== void 0) throw new UserError(error.said, { file: fileName(first.file.path) });
		throw error;
	}
}
/** Only a summary holds the crossed thresholds of k6, and sometimes only a summary holds the version and the script. */
function withSummary(run, summary, options) {
	requireSameCounts(run, summary, options);
	return {
		...run,
		toolVersion: run.toolVersion ?? summary.toolVersion,
		scriptHash: run.scriptHash ?? summary.scriptHash,
		thresholds: summary.thresholds,
		notes: [...run.notes, ...summary.scriptNotes ?? []]
	};
}
/**
* Points have no end mark, so a file that was cut at a line break looks complete. The summary of the same run shows that points
* are missing.
*/
function requireSameCounts(run, summary, options) {
	if (narrowsSamples(options)) return;
	if (run.tool !== void 0) {
		requireSameRequests(run, summary);
		return;
	}
	const inPoints = iterationsOf(run);
	const inSummary = iterationsOf(summary);
	if (inPoints === inSummary || inSummary === null) return;
	throw new UserError(`The points hold ${inPoints ?? "no"} iterations and the summary of the same run ${inSummary}. One of the files is not complete, or they are of different runs.`);
}
function requireSameRequests(run, summary) {
	const [inPoints, inSummary] = [requestsOf(run), requestsOf(summary)];
	const [failed, failedInSummary] = [failuresOf(run), failuresOf(summary)];
	if (inPoints === inSummary && failed !== failedInSummary) throw new UserError(`The samples hold ${failed} failed requests and the other file of the same run ${failedInSummary}: they are of different runs.`);
	if (inPoints === inSummary || inSummary === null) return;
	throw new UserError(`The samples hold ${inPoints ?? "no"} requests and the other file of the same run ${inSummary}. One of the files is not complete, or they are of different runs: was ${run.tool} killed?`);
}
function failuresOf(run) {
	const share = measuredAs(run.measurements, "error-share");
	return Math.round((share?.sampleCount ?? 0) * (share?.stats.get("rate") ?? 0));
}
function requestsOf(run) {
	return measuredAs(run.measurements, "throughput")?.stats.get("count") ?? null;
}
function iterationsOf(run) {
	return measuredAs(run.measurements, "work")?.stats.get("count") ?? null;
}
// src/results/text-file.ts
/** `exit-code` and `run.json` take a few hundred bytes. */
const MAX_SMALL_FILE_BYTES = 65536;
/** About 200 bytes per second and process: enough for one process for a day, or for twenty processes for an hour. */
const MAX_RESOURCES_BYTES = 16 * 1024 ** 2;
async function readSmallText(file) {
	const text = await readUpTo(file, MAX_SMALL_FILE_BYTES);
	if (text === null) throw new UserError(`The file ${fileName(file.path)} is larger than 64 KiB.`);
	return text;
}
async function readResourcesText(file) {
	const text = await readUpTo(file, MAX_RESOURCES_BYTES);
	if (text === null) throw new UserError(`The file ${fileName(file.path)} is larger than 16 MiB.`);
	return text;
}
/** The text of a file. null: the file is larger than the limit. */
async function readUpTo(file, maxBytes) {
	const chunks = [];
	let size = 0;
	for await (const chunk of file.open()) {
		size += chunk.length;
		if (size >= maxBytes) return null;
		chunks.push(chunk.slice());
	}
	const bytes = new Uint8Array(Buffer.concat(chunks));
	const encoding = bytes[0] === 255 && bytes[1] === 254 ? "utf-16le" : "utf-8";
	return new TextDecoder(encoding).decode(bytes);
}
// src/results/run-files.ts
/**
* Reads all files of one run. If a file is damaged, or two files contradict each other, the whole run is refused with the reason.
*/
async function readRunFiles(group, options) {
	try {
		const runJsons = await runJsonsOf(withRole(group, "run-json"));
		requireNoProblem(runJsons);
		const ending = await endingOf(withRole(group, "exit-code"), toolOf$1(group));
		const results = group.files.filter(({ placement }) => placement.role === "result");
		if (results.length === 0) throw new UserError("There is no result here, only files that belong to a result. The load test wrote nothing: look into its log.");
		requireAllParts(results, runJsons);
		const read = await readResultOfRun(results, options);
		if (read.kind === "foreign") return read;
		requireOfThisRun(read.run, runJsons);
		const resources = await resourcesOf(withRole(group, "resources"), read.run, options);
		const measurements = [...read.run.measurements, ...resources.measurements];
		const notes = [
			...group.notes,
			...renamed(withRole(group, "exit-code")),
			...read.run.notes,
			...resources.notes
		];
		const { sampled } = resources;
		return {
			kind: "read",
			run: {
				...read.run,
				measurements,
				notes,
				...sampled === void 0 ? {} : { sampled }
			},
			resultPath: read.path,
			runJsons,
			...ending
		};
	} catch (error) {
		if (error instanceof UserError) {
			const { said: problem, file } = error;
			return {
				kind: "refused",
				problem,
				...file === void 0 ? {} : { file }
			};
		}
		throw error;
	}
}
/**
* Reads `resources.ndjson`. If it cannot be used, a note gives the reason, and the latency stays usable. A budget for a missing
* number blocks.
*/
async function resourcesOf(files, run, options) {
	const [file, another] = files.filter(({ path }) => fileName(path) === "resources.ndjson");
	if (file === void 0) return {
		measurements: [],
		notes: []
	};
	if (another !== void 0) return unusable$1(text`There is more than one ${code("resources.ndjson")} in this run, and only one is read.`);
	const [{ parseResources }, { measureResources, sampledService }] = await Promise.all([import("./resources.js"), import("./measure-resources2.js")]);
	try {
		const record = parseResources(await readResourcesText(file));
		const counted = countedOf(run, options);
		return {
			measurements: measureResources(record, counted),
			notes: [],
			sampled: sampledService(record, counted)
		};
	} catch (error) {
		if (error instanceof UserError) return unusable$1(error.said);
		throw error;
	}
}
/**
* The requests and the processor time must come from the same part of the load. A summary has all requests; raw points have the
* requests that the policy selects.
*/
function countedOf(run, options) {
	const whole = {
		excludeFirstMs: 0,
		excludeLastMs: 0
	};
	const isTrimmed = run.selection?.applied != null && run.selection.applied === run.selection.wanted;
	const { excludeFirstMs, excludeLastMs, scenarios, tags } = options;
	const requests = isTrimmed && (scenarios !== null || tags.size > 0) ? null : requestsOfRun(run);
	return {
		...isTrimmed ? {
			excludeFirstMs,
			excludeLastMs
		} : whole,
		requests
	};
}
function unusable$1(problem) {
	return {
		measurements: [],
		notes: [text`Processor and memory are not known. ${problem}`]
	};
}
/** The tool of a run without results is unknown. It may end with an exit code that k6 does not have. */
const UNKNOWN$2 = {
	...K6,
	exitCode: (number) => isExitCodeOfK6(number) ? K6.exitCode(number) : {
		kind: "unusable",
		problem: text`The load test ended with exit code ${number} and left no result that can be read. Look into its log, and measure again.`
	}
};
/** The tool that wrote the results. */
function toolOf$1({ files }) {
	return files.map(({ claim }) => claim).find((claim) => claim.kind === "result")?.format.tool ?? UNKNOWN$2;
}
/** The exit code of the run: the highest code of all load generators. null: there is no file with it. */
async function endingOf(files, tool) {
	let worst = { exitCode: null };
	for (const file of files) {
		const read = readExitCode(await readSmallText(file), tool);
		if (read.kind === "unusable") throw new UserError(sentences$1(...renamed([file]), read.problem));
		if (worst.exitCode !== null && worst.exitCode >= read.code) continue;
		worst = {
			exitCode: read.code,
			...read.missedGoals === true ? { missedGoals: true } : {}
		};
	}
	return worst;
}
/** Notes about files whose name is not `exit-code`. */
function renamed(exitCodes) {
	return exitCodes.map(({ path }) => fileName(path)).filter((one) => one !== "exit-code").map((one) => text`${name(one)} was read as the file exit-code.`);
}
async function runJsonsOf(files) {
	if (files.length === 0) return [];
	const { parseRunJson } = await import("./run-json.js");
	return Promise.all(files.map(async (file) => parseRunJson(await readSmallText(file))));
}
/**
* The author of run.json knows better than the files whether the run is complete: a service may crash while its load test
* continues.
*/
function requireNoProblem(runJsons) {
	const problem = runJsons.find((one) => one.problem != null)?.problem;
	if (problem != null) throw new UserError(`The run cannot be used: ${problem} Measure again.`);
}
/** Clocks that are synchronised over the network differ by less, and a load test takes longer. */
const CLOCK_TOLERANCE_MS = 1e4;
/** If a tool fails at its start, the result of the previous run stays in place unless somebody deleted it. */
function requireOfThisRun({ beganAtMs, tool = K6.name }, runJsons) {
	const starts = runJsons.flatMap(({ startedAt }) => startedAt == null ? [] : [Date.parse(startedAt)]);
	const startMs = Math.min(...starts);
	if (beganAtMs === void 0 || !Number.isFinite(startMs) || beganAtMs >= startMs - CLOCK_TOLERANCE_MS) return;
	throw new UserError(`The result is of an earlier run: its load began at ${new Date(beganAtMs).toISOString()}, and this run at ${new Date(startMs).toISOString()} (startedAt in run.json). ${tool} wrote no new result. Delete old results before each run, and measure again.`);
}
/** If the results of a load generator are lost, only the number of parts in the other run.json files shows it. */
function requireAllParts(results, runJsons) {
	const parts = Math.max(1, ...runJsons.map((one) => one.parts ?? 1));
	const found = new Set(results.map(({ placement }) => placement.instance)).size;
	if (found >= parts) return;
	const there = new Set(runJsons.map(({ part }) => part));
	const lost = Array.from({ length: parts }, (_, index) => index + 1).filter((part) => !there.has(part));
	const which = lost.length === parts - found ? ` Missing: ${lost.map((part) => `part ${part}`).join(", ")}.` : "";
	throw new UserError(`${parts} load generators shared this run, but only the results of ${found} are here.${which} Look at the job that failed, and run the load test again.`);
}
function withRole(group, role) {
	return group.files.filter(({ placement }) => placement.role === role).map(({ file }) => file);
}
// src/results/claimed-file.ts
/**
* Reads the first bytes of every file, in the order of artifacts and paths. Files that operating systems create are left out.
* Profiles and traces are left out too, because they are not part of the result: collect-profiles.ts and collect-traces.ts read
* them.
*/
async function claimFiles(files, formats) {
	const single = [];
	for (const file of [...files].sort(byArtifactAndPath)) {
		const parts = readPath(file.path);
		if (parts.role === "ignored" || parts.role === "profile" || parts.role === "traces") continue;
		single.push({
			file,
			parts,
			claim: await claimOf(file, parts, formats)
		});
	}
	const claimed = treesAsOneFolder(single);
	const withResults = new Set(claimed.flatMap((one) => one.claim.kind === "result" ? [folderOf$2(one)] : []));
	const withBetter = new Set(claimed.flatMap((one) => isFullResult(one) ? [folderOf$2(one)] : []));
	const counted = claimed.map((one) => withBetter.has(folderOf$2(one)) ? leftAside(one) : one);
	return Promise.all(counted.map((one) => withResults.has(folderOf$2(one)) ? asExitCode(one) : one));
}
/** Folders above and including `run-1` or a side belong to the layout. Folders below them belong to the tool. */
const ABOVE_A_TREE = /^(?:run[-_]?\d+|baseline|candidate)$/i;
/**
* Inside a result that is a tree, folder names belong to the tool: `500` is not the number of a run. A tree without a folder of a
* run is one run. Reports and pictures of the tool belong to the tree if their folder has the name of a branch.
*/
function treesAsOneFolder(claimed) {
	const trees = /* @__PURE__ */ new Map();
	for (const { file, claim } of claimed) {
		const tree = claim.kind === "result" ? claim.format.treeFolder : void 0;
		if (tree !== void 0) trees.set(folderOfPath(file.path), branchAt(folderOfPath(file.path), tree));
	}
	if (trees.size === 0) return claimed;
	const branches = [...trees.values()].filter(({ name }) => name !== "");
	return claimed.map((one) => {
		const { path } = one.file;
		const branch = trees.get(folderOfPath(path)) ?? (one.claim.kind === "foreign" ? named(path, branches) : void 0);
		if (branch === void 0) return one;
		const parts = readPath([...branch.above, fileName(path)].join("/"));
		return {
			...one,
			parts: {
				...parts,
				runNumber: parts.runNumber ?? 1
			}
		};
	});
}
/** @param folder the folder of a result of the tree: `target/criterion/fib/500/new` */
function branchAt(folder, tree) {
	const names = folder.split("/");
	const root = names.indexOf(tree);
	const top = root < 0 ? names.findLastIndex((name) => ABOVE_A_TREE.test(name)) + 1 : root;
	return {
		name: names.slice(root < 0 ? top : root + 1, -1).join("/"),
		above: names.slice(0, top).filter((name) => name !== "target")
	};
}
/**
* The branch whose name is in the path: `fib/500/report/mean.svg` and `reports/fib/500/mean.svg` belong to the branch `fib/500`.
*/
function named(path, branches) {
	const names = path.split("/").filter((name) => name !== "target");
	return branches.find(({ name, above }) => `/${path}`.includes(`/${name}/`) && above.every((folder, index) => folder === names[index]));
}
function folderOfPath(path) {
	return path.slice(0, path.lastIndexOf("/"));
}
function isFullResult({ claim }) {
	return claim.kind === "result" && claim.format.aside === void 0;
}
/** A format with `aside` holds fewer numbers than the full results of its tool. Beside a full result it is not read. */
function leftAside(one) {
	const { claim } = one;
	if (claim.kind !== "result" || claim.format.aside === void 0) return one;
	const { what, advice } = claim.format.aside;
	return {
		...one,
		claim: {
			kind: "foreign",
			error: new ForeignFileError(what, advice)
		}
	};
}
function folderOf$2({ file: { artifact }, parts }) {
	return `${artifact?.id ?? ""}/${parts.folder}`;
}
/** Beside a result, a file with the name of an exit code that holds a number is an exit code. */
async function asExitCode(one) {
	const { file, parts, claim } = one;
	if (claim.kind !== "foreign" || !await holdsExitCode(file)) return one;
	return {
		file,
		parts: {
			...parts,
			role: "exit-code"
		},
		claim: { kind: "beside" }
	};
}
async function claimOf(file, { role }, formats) {
	if (role !== "result") return { kind: "beside" };
	try {
		const { format } = await recognizeFile(file, formats);
		return {
			kind: "result",
			format
		};
	} catch (error) {
		if (error instanceof ForeignFileError) return {
			kind: "foreign",
			error
		};
		if (error instanceof UserError) return {
			kind: "damaged",
			problem: error.said
		};
		throw error;
	}
}
function byArtifactAndPath(left, right) {
	if (left.artifact?.id !== right.artifact?.id) return (left.artifact?.id ?? 0) - (right.artifact?.id ?? 0);
	return left.path < right.path ? -1 : 1;
}
// src/results/split-folder.ts
/**
* The runs of a folder whose results are told apart by the names of their files: `checkout.json` and `search.json`,
* `baseline.json` and `candidate.json`, `run-1.json` and `run-2.json`. null: all files belong to one run.
*
* @param options.mayNameServices the names may contain the service, because no folder names it
* @param options.mayStandAlone a single file may name its side or its number, because the other files may lie in other folders
*/
function splitFolder(results, { mayNameServices, mayStandAlone }) {
	const read = results.map((file) => ({
		file,
		words: readFileName(file.parts.name)
	}));
	const isNumbered = mayStandAlone !== "no" && read.some(({ file }) => /^run[-_ .]?\d+\./i.test(file.parts.name));
	const namesSide = mayStandAlone === "number or side" && read.some(({ words }) => words.side !== null);
	if (!isNumbered && !namesSide && firstRivals(results) === null) return null;
	if (read.every(({ words: { service, side, runNumber } }) => service === null && side === null && runNumber === null)) return null;
	const services = new Set(read.map(({ words }) => words.service));
	const isPerService = services.size > 1;
	if (isPerService && (services.has(null) || !mayNameServices)) return unclear(results);
	const runs = /* @__PURE__ */ new Map();
	for (const { file, words } of read) {
		const key = JSON.stringify([
			isPerService ? words.service : null,
			words.side,
			words.runNumber
		]);
		const run = runs.get(key);
		if (run === void 0) runs.set(key, {
			words,
			files: [file]
		});
		else run.files.push(file);
	}
	const all = [...runs.values()];
	if (all.some(({ files }) => firstRivals(files) !== null)) return unclear(results);
	return all.map(({ words, files }) => ({
		...words,
		service: mayNameServices ? words.service : null,
		runNumber: words.runNumber ?? firstNumber(words, all),
		files
	}));
}
/**
* The number of a file without a number: `summary.json` beside `summary-1.json` and `summary-2.json` is run 0. null: no other
* file has a number.
*/
function firstNumber(words, all) {
	const others = all.flatMap(({ words: { service, side, runNumber } }) => service === words.service && side === words.side && runNumber !== null ? [runNumber] : []);
	return others.length === 0 || others.includes(0) ? null : 0;
}
/** Two results that cannot both be of one run. null: there are none. */
function firstRivals(results) {
	for (const [index, one] of results.entries()) {
		const other = results.slice(index + 1).find((later) => contentOf$1(later) === contentOf$1(one));
		if (other !== void 0) return [one, other];
	}
	return null;
}
/** The content of a damaged file is unknown, so its name decides. */
function contentOf$1({ claim, parts }) {
	if (claim.kind === "result") return claim.format.content;
	return /\.(?:ndjson|jsonl|csv|gz)$/i.test(parts.name) ? "points" : "summary";
}
function unclear(results) {
	const [one, other] = firstRivals(results) ?? results;
	return { problem: text`Two results lie in one folder, ${name(one?.parts.name ?? "")} and ${name(other?.parts.name ?? "")}, and their names do not say which is which. Give each service a folder of its own, such as ${"checkout/"} and ${"search/"}, and each run of one load test as well: ${"run-1/"} and ${"run-2/"}.` };
}
// src/results/layout.ts
const SERVICE_NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/;
/** Names of folders that are not the name of a service if another folder is left. */
const NO_SERVICE = /^(?:k6|results?|output|out|reports?|raw|summar(?:y|ies)|artifacts?|load-?tests?|perf(?:ormance)?)$/i;
/** Why a text cannot be the name of a service. null: it can. */
function problemWithService(service) {
	if (SERVICE_NAME.test(service) && !service.includes("--")) return null;
	const found = JSON.stringify(service.slice(0, 80));
	return text`The service name ${name(found)} is not allowed: use at most 64 of a-z, 0-9, ".", "_" and "-", starting with a letter or digit, without "--".`;
}
/**
* The layout is `<service>/<side>/run-<n>/[instance-<m>/]<file>`, where each folder may be left out. Folders above the service
* are ignored. If several results of the same kind lie in one folder, the names of the files tell them apart, if they are clear.
*/
function layoutOf(all, artifact, defaults) {
	const results = all.filter(isResult);
	const dropped = commonEnd(results.map(({ parts }) => parts.outer));
	const serviceOf = serviceReader(dropped, artifact, defaults.service);
	const homes = homesOf(results.map(({ parts }) => serviceOf(parts)));
	const splits = splitsOf(results, serviceOf, defaults.services);
	function place(file) {
		const { parts } = file;
		if (parts.problem !== null) return { problem: parts.problem };
		const { service, leg, side: namedSide } = serviceOf(parts);
		const { runNumber, instance, role, folder } = parts;
		const whole = {
			leg,
			runNumber,
			instance,
			role
		};
		const side = parts.side ?? namedSide ?? defaults.side;
		const split = instance === null ? splits.get(folder) : void 0;
		if (split !== void 0 && "problem" in split) return split;
		const places = split === void 0 ? [{
			...whole,
			service,
			side,
			runPath: folder
		}] : runsOf(file, split).map((run) => ({
			...whole,
			service: run.service ?? service,
			side: run.side ?? side,
			runNumber: runNumber ?? run.runNumber,
			runPath: run.files[0]?.file.path ?? folder
		}));
		return problemOfPlaces(places, homes) ?? places;
	}
	return {
		place,
		notes: [...notesOf(results, dropped, splits), ...serviceNotes([...results.map(({ parts }) => serviceOf(parts)), ...servicesOfNames(splits)])]
	};
}
/** @param dropped the number of innermost folders that do not name the service */
function serviceReader(dropped, artifact, defaultService) {
	return (parts) => {
		const names = parts.outer.length > dropped ? parts.outer.slice(0, parts.outer.length - dropped) : parts.outer;
		const byArtifact = readArtifactName(parts.artifact ?? artifact);
		const leg = parts.artifact === null ? null : byArtifact.leg;
		const sideOf = (name) => parts.side === null ? splitSide(name) : {
			service: name,
			side: null
		};
		const folder = names.at(-1);
		if (folder === void 0) {
			const { service, side } = byArtifact.service === null ? NOT_NAMED : sideOf(byArtifact.service);
			return {
				service: service ?? defaultService,
				leg,
				home: "",
				isNamed: service !== null,
				side
			};
		}
		const named = splitLeg(folder);
		const { service, side } = sideOf(named.service);
		const home = [...names.slice(0, -1), service ?? named.service].join("/");
		return {
			service: service ?? named.service,
			leg: named.leg ?? leg,
			home,
			isNamed: true,
			side
		};
	};
}
const NOT_NAMED = {
	service: null,
	side: null
};
/** The folders that hold several runs. */
function splitsOf(results, serviceOf, known = /* @__PURE__ */ new Set()) {
	const folders = [...byFolder(results)].map(([folder, files]) => ({
		folder,
		files,
		...serviceOf(files[0].parts)
	}));
	const isOneHome = new Set(folders.map(({ home }) => home)).size === 1;
	const splits = /* @__PURE__ */ new Map();
	for (const { folder, files, isNamed, home } of folders) {
		const isRun = files[0].parts.runNumber !== null;
		if (isRun && files.every(isPartOfRun)) continue;
		const split = splitFolder(files, {
			mayNameServices: !isNamed || home !== "" && isOneHome && !isRun,
			mayStandAlone: isRun ? "no" : results.length > 1 ? "number or side" : "number"
		});
		if (split !== null && !(isRun && "problem" in split)) splits.set(folder, split);
	}
	const services = /* @__PURE__ */ new Set([...known, ...[...splits.values()].flatMap(servicesOfFiles)]);
	for (const { folder, files, isNamed } of folders) {
		const words = files.map(({ parts }) => readFileName(parts.name));
		const [first] = words;
		if (splits.has(folder) || isNamed || first === void 0 || first.service === null) continue;
		if (services.has(first.service) && words.every(({ service }) => service === first.service)) splits.set(folder, [{
			...first,
			files
		}]);
	}
	return splits;
}
/** Runners of benchmarks write one file per program, or a tree. Then all files in the folder of a run belong to that run. */
function isPartOfRun({ claim }) {
	if (claim.kind !== "result" || claim.format.isWholeRun === true) return false;
	return claim.format.tool.joins || claim.format.readTree !== void 0;
}
function servicesOfFiles(split) {
	return "problem" in split ? [] : split.flatMap(({ service }) => service ?? []);
}
/** A result, damaged or not, whose path can be understood. */
function isResult({ claim, parts }) {
	return (claim.kind === "result" || claim.kind === "damaged") && parts.problem === null;
}
/**
* The runs that a file in a folder with several runs belongs to: the run whose result it is, else the runs in its name, else all.
*/
function runsOf(file, runs) {
	const own = runs.filter(({ files }) => files.includes(file));
	if (own.length > 0) return own;
	const words = readFileName(file.parts.name.replace(/[-_.]?(?:exit|return)[-_. ]?(?:code|status).*$|[-_.]?run\.json$/i, ""));
	const called = runs.filter(({ service, side, runNumber }) => words.service === service && (words.side ?? side) === side && (words.runNumber ?? runNumber) === runNumber);
	return called.length > 0 && words.service !== null ? called : runs;
}
/** The results of each folder, without the results of runs with several load generators. */
function byFolder(results) {
	const folders = /* @__PURE__ */ new Map();
	for (const one of results.filter(({ parts }) => parts.instance === null)) {
		const files = folders.get(one.parts.folder);
		if (files === void 0) folders.set(one.parts.folder, [one]);
		else files.push(one);
	}
	return folders;
}
/**
* The number of innermost folders that all paths share and that are not the name of a service: `a/k6` and `b/k6` are results of
* `a` and `b`.
*/
function commonEnd(paths) {
	const [first] = paths;
	let count = 0;
	for (;;) {
		const name = first?.at(-1 - count);
		if (name === void 0 || !NO_SERVICE.test(name)) return count;
		if (!paths.every((path) => path.length > count + 1 && path.at(-1 - count) === name)) return count;
		count += 1;
	}
}
/** The folders with the name of each service. If there are two, two folders have the same name. */
function homesOf(all) {
	const homes = /* @__PURE__ */ new Map();
	for (const { service, home } of all) if (home !== "") homes.set(service, (homes.get(service) ?? /* @__PURE__ */ new Set()).add(home));
	return homes;
}
function problemOfPlaces(places, homes) {
	for (const { service } of places) {
		const problem = problemWithService(service);
		if (problem !== null) return { problem };
		const [one, other] = homes.get(service) ?? [];
		if (other === void 0) continue;
		return { problem: text`Results of ${name(service)} lie in two folders, ${name(one ?? "")} and ${name(other)}, and it is not clear whether these are two services, two sides or two jobs. Call sides baseline and candidate, jobs of a matrix ${name(`${service}--1`)} and ${name(`${service}--2`)}, and each service by a name of its own.` };
	}
	return null;
}
function notesOf(results, dropped, splits) {
	const paths = results.map(({ parts }) => parts);
	const around = new Set(paths.filter(({ outer }) => outer.length > dropped + 1).map(({ outer }) => outer.slice(0, -1 - dropped).join("/")));
	const artifacts = new Set(paths.flatMap(({ artifact }) => artifact ?? []));
	const respelt = new Set(paths.flatMap((path) => path.respelt));
	const files = [...splits.values()].flatMap((split) => "problem" in split ? [] : split);
	return [
		...[...around].map((folder) => text`The folder ${name(folder)} around the services was left out: actions/upload-artifact adds such a folder if it is given several paths.`),
		...[...artifacts].map((folder) => text`The folder ${name(folder)} was read as the artifact of this name.`),
		...respelt.size === 0 ? [] : [text`Folders called ${listed$1([...respelt].map(name), MAX_LISTED)} were read as ${"run-<n>"}, the number of a run.`],
		...files.length === 0 ? [] : [text`Each file was read as a result of its own: ${listed$1(files.map(described), MAX_LISTED)}.`]
	];
}
function servicesOfNames(splits) {
	return [...splits.values()].flatMap((split) => "problem" in split ? [] : servicesOfFiles(split)).map((service) => ({
		service,
		isNamed: true,
		side: null
	}));
}
/** The notes about names of services that contain a side, or a number that may be the number of a run. */
function serviceNotes(all) {
	const sides = distinct(all.flatMap(({ service, side }) => side === null ? [] : [text`the ${side} of ${name(service)}`]));
	const families = /* @__PURE__ */ new Map();
	for (const { service, isNamed } of all.filter(({ service }) => /\d/.test(service))) {
		const family = service.replaceAll(/\d+/g, "#");
		if (isNamed) families.set(family, (families.get(family) ?? /* @__PURE__ */ new Set()).add(service));
	}
	return [...sides.map((what) => text`The name says the side: these are ${what}.`), ...[...families.values()].filter(({ size }) => size > 1).map((services) => text`${listed$1([...services].map(name), MAX_LISTED)} were read as services. If they are runs of one service, call them run-1, run-2 and so on.`)];
}
function described({ service, side, runNumber, files }) {
	const own = joined(files.map(({ parts }) => name(parts.name)), text` and `);
	const known = [
		service === null ? null : name(service),
		side,
		runNumber === null ? null : `run ${runNumber}`
	].filter((word) => word !== null);
	return known.length === 0 ? own : text`${own} is ${joined(known, text`, `)}`;
}
const MAX_LISTED = 6;
// src/results/run-folder.ts
/**
* Sorts files into runs, by their content and by their paths. The order of `files` does not matter. A path that cannot be
* understood becomes a refusal. A file that is no result and lies in no run is ignored and named in the notes.
*/
async function groupByRun(files, formats, defaults) {
	const places = /* @__PURE__ */ new Map();
	for (const one of await claimFiles(files, formats)) {
		const id = one.file.artifact?.id ?? null;
		const known = places.get(id);
		if (known === void 0) places.set(id, [one]);
		else known.push(one);
	}
	const placed = [];
	const misplaced = /* @__PURE__ */ new Map();
	const notes = /* @__PURE__ */ new Map();
	for (const [id, all] of places) {
		const layout = layoutOf(all, all[0]?.file.artifact?.name ?? null, defaults);
		const alone = leftAlone(all);
		for (const one of all.filter((file) => !alone.has(file))) addPlaced(one, layout, defaults.side, placed, misplaced);
		notes.set(id, [...layout.notes, ...notRead([...alone].flatMap(foreignOf))]);
	}
	return {
		groups: groupPlaced(placed, notes),
		misplaced: [...misplaced.values()]
	};
}
function foreignOf({ file, claim }) {
	return claim.kind === "foreign" ? [[file.path, claim.error]] : [];
}
/** Per folder, only one path is refused, because the problem of the other paths is the same. */
function addPlaced(one, layout, side, placed, misplaced) {
	const places = layout.place(one);
	if (!("problem" in places)) {
		for (const placement of places) placed.push({
			...one,
			placement
		});
		return;
	}
	const { file, parts } = one;
	const refusal = {
		service: null,
		side: parts.side ?? side,
		path: displayPath(file, file.path),
		problem: places.problem,
		artifact: artifactOf(file)
	};
	const key = JSON.stringify([
		file.artifact?.id,
		refusal.side,
		places
	]);
	if (!misplaced.has(key)) misplaced.set(key, refusal);
}
/**
* Logs, pictures and READMEs outside of runs, if there are results. In the folder of a run such a file matters: the load test
* left a log there and no result.
*/
function leftAlone(all) {
	const results = all.filter(isResult);
	if (results.length === 0) return /* @__PURE__ */ new Set();
	const counts = /* @__PURE__ */ new Map();
	for (const one of all.filter(({ claim }) => claim.kind !== "foreign")) {
		const { results: known, beside } = counts.get(one.parts.folder) ?? {
			results: 0,
			beside: 0
		};
		counts.set(one.parts.folder, isResult(one) ? {
			results: known + 1,
			beside
		} : {
			results: known,
			beside: beside + 1
		});
	}
	const foldersOfSides = new Set(results.flatMap(({ parts }) => parts.side === null ? [] : foldersAbove(parts.folder)));
	const isOfNoRun = ({ claim, parts }) => {
		if (claim.kind !== "foreign" || parts.runNumber !== null || parts.instance !== null) return false;
		const own = counts.get(parts.folder) ?? {
			results: 0,
			beside: 0
		};
		if (own.results > 0) return own.results > 1;
		return own.beside === 0 && (parts.side === null || foldersOfSides.has(parts.folder));
	};
	return new Set(all.filter(isOfNoRun));
}
/** The folders above a folder, and the folder itself: `a/b/c`, `a/b` and `a` for `a/b/c`. */
function foldersAbove(folder) {
	const names = folder.split("/");
	return names.map((_, index) => names.slice(0, index + 1).join("/"));
}
/**
* Makes one group per folder. The folders of load generators that shared a run are one group, even if they lie in several
* artifacts of the same workflow run.
*/
function groupPlaced(placed, notes) {
	const shared = new Set(placed.filter(({ placement }) => placement.instance !== null).map(folderKey));
	const groups = /* @__PURE__ */ new Map();
	for (const one of placed) {
		const key = shared.has(folderKey(one)) ? runKey(one) : folderKey(one);
		const group = groups.get(key);
		if (group !== void 0) group.files.push(one);
		else groups.set(key, {
			first: one,
			files: [one],
			notes: notes.get(one.file.artifact?.id ?? null) ?? []
		});
	}
	return [...groups.values()];
}
function folderKey({ file, placement }) {
	return JSON.stringify([
		file.artifact?.id ?? null,
		placement.leg,
		placement.runPath
	]);
}
function runKey({ file: { artifact }, placement: { service, side, runNumber, leg } }) {
	return JSON.stringify([
		"shared",
		artifact?.workflowRunId ?? null,
		artifact?.runAttempt ?? null,
		leg,
		service,
		side,
		runNumber
	]);
}
/** The refusal of a whole run. If one file causes the problem, the refusal names this file. */
function refuseRun({ first, files }, { problem, file: name }) {
	const { service, side, runPath } = first.placement;
	const culprit = files.find(({ file }) => fileName(file.path) === name)?.file;
	const path = culprit?.path ?? (runPath === "" ? first.file.path : runPath);
	return {
		service,
		side,
		path: displayPath(culprit ?? first.file, path),
		problem,
		artifact: artifactOf(culprit ?? first.file)
	};
}
function artifactOf({ artifact }) {
	return artifact === null ? null : {
		id: artifact.id,
		part: artifact.part ?? artifact.name
	};
}
function displayPath(file, path) {
	return file.artifact === null ? path : `${file.artifact.name}/${path}`;
}
// src/results/collect-runs.ts
/**
* Sorts result files into runs and reads them. A file that cannot be used becomes a refusal with its reason, so that nothing
* disappears silently. The order of `files` does not matter.
*/
async function collectRuns(files, options) {
	return readGroups(await groupByRun(files, options.formats, layoutDefaults(options)), options);
}
function layoutDefaults({ defaultService, defaultSide, services }) {
	return {
		service: defaultService,
		side: defaultSide,
		...services === void 0 ? {} : { services }
	};
}
/** Reads files that are already sorted into runs. */
async function readGroups({ groups, misplaced }, options) {
	const read = options.read ?? (() => DEFAULT_READ_OPTIONS);
	const runs = [];
	const refusals = [...misplaced];
	for (const group of groups) {
		const content = await readRunFiles(group, read(group.first.placement.service));
		const { leg } = group.first.placement;
		if (content.kind === "read") runs.push({
			run: identifyRun(group, content, options),
			leg
		});
		else refusals.push(refuseRun(group, content));
	}
	return withoutSharedNumbers(runs, refusals);
}
/**
* Refuses a second run with the same number on the same side: the run of the other side with this number would have two partners.
*/
function withoutSharedNumbers(runs, refusals) {
	const firstOf = /* @__PURE__ */ new Map();
	const shared = [];
	for (const { run, leg } of runs) {
		const { service, side, runNumber, source } = run;
		const key = JSON.stringify([
			source.artifactId,
			leg,
			service,
			side,
			runNumber
		]);
		const first = firstOf.get(key);
		if (first === void 0) {
			firstOf.set(key, run);
			continue;
		}
		const problem = text`This is run ${runNumber} of ${name(service)} (${side}), and so is ${name(first.source.path)}. Give each run a folder of its own: run-1, run-2 and so on.`;
		const { artifactId: id, part } = source;
		const artifact = id === null || part == null ? null : {
			id,
			part
		};
		shared.push({
			service,
			side,
			path: source.path,
			problem,
			artifact
		});
	}
	return {
		runs: [...firstOf.values()],
		refusals: [...refusals, ...shared].map(publicRefusal)
	};
}
/** The problem of a damaged file quotes its content, so secrets are taken out. */
function publicRefusal({ path, problem, ...where }) {
	return {
		...where,
		path: withoutSecrets(path),
		problem: withValues(problem, withoutSecrets)
	};
}
// src/results/gunzip.ts
/**
* Large chunks, because inflating in the default pieces of 16 KiB is several times slower. The high water mark lets Node.js
* inflate several chunks on another core while the first is read.
*/
const INFLATED = {
	chunkSize: 262144,
	highWaterMark: 1048576
};
const READ_AHEAD_BYTES = 262144;
/** The raw points of a long test take some ten gigabytes. */
const DEFAULT_GZIP_LIMITS = {
	ratio: 200,
	totalBytes: 64 * 1024 ** 3
};
/** The ratio is not checked below this size: a short file of equal characters has a high ratio too. */
const RATIO_FROM_BYTES = 1048576;
/**
* Decompresses the bytes if they start with the magic number of gzip (https://www.rfc-editor.org/rfc/rfc1952, section 2.3.1);
* otherwise it returns them unchanged. The name of the file does not matter. Several gzip members in a row are one content.
* Throws a UserError with the byte offset if the compressed data is truncated or damaged, and a UserError if it exceeds a limit.
*/
async function* gunzipped(chunks, limits = DEFAULT_GZIP_LIMITS) {
	const iterator = chunks[Symbol.asyncIterator]();
	const head = await takeHead(iterator);
	const all = prepend(head, iterator);
	if (head[0] === 31 && head[1] === 139) yield* inflate(all, limits);
	else yield* all;
}
async function* inflate(chunks, limits) {
	const [{ createGunzip }, { Readable, pipeline }] = await Promise.all([import("./_builtin_zlib.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1)), import("./_builtin_stream.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1))]);
	let compressedBytes = 0;
	const counted = (async function* () {
		for await (const chunk of chunks) {
			compressedBytes += chunk.length;
			yield new Uint8Array(chunk);
		}
	})();
	const gunzip = createGunzip(INFLATED);
	pipeline(Readable.from(counted, {
		objectMode: false,
		highWaterMark: READ_AHEAD_BYTES
	}), gunzip, () => {});
	try {
		let size = 0;
		for await (const chunk of gunzip) {
			size += chunk.length;
			requireInside$1(limits, size, compressedBytes);
			yield chunk;
		}
	} catch (error) {
		throw explain$1(error, compressedBytes, gunzip);
	}
	requireAllRead(gunzip, compressedBytes);
}
/** If the caller leaves its loop, the decompression ends. */
function requireInside$1({ ratio, totalBytes }, size, compressedBytes) {
	if (size > totalBytes) throw new UserError(`The gzip data holds more than ${totalBytes} bytes after decompression.`);
	if (size <= RATIO_FROM_BYTES || size <= compressedBytes * ratio) return;
	throw new UserError(`The gzip data is more than ${ratio} times larger than its compressed form, like a gzip bomb.`);
}
/**
* After the last member, Node.js silently ignores bytes that are not gzip, so a damaged second member would look like the end of
* the file.
*/
function requireAllRead(gunzip, compressedBytes) {
	if (gunzip.bytesWritten >= compressedBytes) return;
	throw new UserError(`The gzip data is followed by something else at byte ${gunzip.bytesWritten} of ${compressedBytes}: the file is damaged.`);
}
function explain$1(error, compressedBytes, gunzip) {
	const code = errorCode(error);
	if (code === "Z_BUF_ERROR") return new UserError(`The gzip data ends in the middle, at byte ${compressedBytes}: the file is truncated. Was the load test killed, or the disk full?`);
	if (code === "Z_DATA_ERROR" || code === "Z_NEED_DICT") return new UserError(`The gzip data is damaged, before byte ${gunzip.bytesWritten} of the file.`);
	return error;
}
async function takeHead(iterator) {
	let head = /* @__PURE__ */ new Uint8Array();
	while (head.length < 2) {
		const next = await iterator.next();
		if (next.done === true) return head;
		head = head.length === 0 && next.value.length >= 2 ? next.value : new Uint8Array([...head, ...next.value]);
	}
	return head;
}
async function* prepend(head, iterator) {
	try {
		if (head.length > 0) yield head;
		for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
	} finally {
		await iterator.return?.();
	}
}
// src/results/folder.ts
/** Far more files than any results folder has. Above this number the path is probably wrong, such as `/`. */
const MAX_FILES$1 = 1e4;
const CHUNK_BYTES = 524288;
/**
* All files of a folder and of the folders below it, or the file itself. Throws a UserError if the path does not exist or a
* symbolic link leads out of the folder: results must not make the gate read other files of the machine.
*/
async function readFolder(path) {
	const root = await resolveRoot(path);
	const info = await (0, import_promises.stat)(root);
	if (info.isFile()) return [resultFile(root, (0, import__builtin_path.basename)(path))];
	if (!info.isDirectory()) throw new UserError(`${path} is neither a file nor a folder.`);
	const files = [];
	await addFiles(root, root, files);
	return files;
}
/**
* The files of `readFolder`. If the path is a single file, the exit code in its folder is added: an aborted run must not pass
* because only its file was named.
*/
async function resultFilesAt(path) {
	const files = await readFolder(path);
	const root = await (0, import_promises.realpath)(path);
	if (!(await (0, import_promises.stat)(root)).isFile()) return files;
	const exitCode = (0, import__builtin_path.join)((0, import__builtin_path.dirname)(root), "exit-code");
	return await (0, import_promises.stat)(exitCode).then((info) => info.isFile(), () => false) && exitCode !== root ? [...files, resultFile(exitCode, "exit-code")] : files;
}
async function resolveRoot(path) {
	try {
		return await (0, import_promises.realpath)(path);
	} catch (error) {
		const code = errorCode(error);
		if (code === "ENOENT" || code === "ENOTDIR") throw new UserError(`${path} does not exist. Expected a folder with results, or one result file.`);
		if (code === "EACCES") throw new UserError(`${path} cannot be read: permission denied.`);
		throw error;
	}
}
async function addFiles(root, folder, files) {
	const entries = await (0, import_promises.readdir)(folder, { withFileTypes: true });
	for (const entry of entries.sort((left, right) => left.name < right.name ? -1 : 1)) {
		const path = (0, import__builtin_path.join)(folder, entry.name);
		if (entry.isSymbolicLink()) await requireInside(root, path);
		const info = entry.isSymbolicLink() ? await (0, import_promises.stat)(path) : entry;
		if (info.isDirectory() && !entry.isSymbolicLink()) await addFiles(root, path, files);
		else if (info.isFile()) files.push(resultFile(path, (0, import__builtin_path.relative)(root, path).split(import__builtin_path.sep).join("/")));
		else throw new UserError(`${path} is neither a file nor a folder. Remove it from the results.`);
		if (files.length > MAX_FILES$1) throw new UserError(`${root} has more than ${MAX_FILES$1} files. Is it really a folder with results?`);
	}
}
async function requireInside(root, link) {
	if ((await (0, import_promises.realpath)(link).catch(() => null))?.startsWith(root + import__builtin_path.sep)) return;
	throw new UserError(`The symbolic link ${link} leads out of the results folder or to nothing. Copy the file instead.`);
}
function resultFile(location, path) {
	return {
		path,
		artifact: null,
		open: () => gunzipped(readChunks(location))
	};
}
/**
* The bytes of a file. Two buffers take turns: while the caller reads one, the other is filled. A stream of Node.js allocates a
* new buffer for each chunk, which takes longer than reading the file.
*/
async function* readChunks(location) {
	const file = await orRefused((0, import_promises.open)(location));
	try {
		let ahead = readInto(file, new Uint8Array(CHUNK_BYTES));
		let spare = new Uint8Array(CHUNK_BYTES);
		for (;;) {
			const { bytesRead, buffer } = await orRefused(ahead);
			if (bytesRead === 0) return;
			ahead = readInto(file, spare);
			yield buffer.subarray(0, bytesRead);
			spare = buffer;
		}
	} finally {
		await file.close();
	}
}
/** If the system cannot read a file, only this file is refused, like a damaged one. */
async function orRefused(work) {
	return await work.catch((error) => {
		const code$2 = errorCode(error);
		if (code$2 === null) throw error;
		throw new UserError(text`The file cannot be read (${code(code$2)}). Check that it exists and that this user may read it.`, { cause: error });
	});
}
function readInto(file, buffer) {
	const reading = file.read(buffer, 0, buffer.length, null);
	reading.catch(() => {});
	return reading;
}
// src/statistics/rerun-plan.ts
/**
* Runs or pairs per side at which the data are judged. If they were judged after every run, chance alone would give a "proof" too
* often. The first stage has three runs, so that the runs themselves show their noise: with a first stage of two, one slow run in
* twenty raises false alarms from 0.3 % to 7.5 %.
*/
const STAGES = [
	3,
	5,
	7,
	10
];
/**
* Candidate jobs at which the data are judged against a store. The noise is known from the store, and only the candidate is
* measured again.
*/
const STORE_STAGES = [
	1,
	2,
	3,
	4,
	5,
	7
];
/**
* One-sided error rate at each of the four stages. Pocock's constant (https://doi.org/10.1093/biomet/64.2.191) allows 2 %, but
* then the proofs alone would use all 5 %. The likelihood ratio and the last stage, which takes the estimate literally, need a
* part.
*/
const ALPHA_EACH_STAGE = .01;
/** One-sided error rate at each of the six stages against a store: together, proofs use at most 0.6 % of the 3 % that a store may block. */
const ALPHA_EACH_STORE_STAGE = .001;
/**
* Wald's bound for "twice the limit" against "no change": how often unchanged code may stop as changed, shared by all services.
* The last stage takes the estimate literally and uses its own part, about 0.3 % per service at 4 % noise (`LITERAL_ALPHA`).
* Against a store this part is subtracted, because a store may block only 3 %. With 0.03 for each service, proofs at 0.6 % per
* stage and 0.06 as the lower bound, 4.6 % would be blocked (60,000 services simulated, without endpoints).
*/
const STOP_ALPHA = .03;
const LITERAL_ALPHA = .003;
const MIN_STOP_ALPHA = 5e-4;
/**
* Below this likelihood ratio a service stops as unchanged, from this stage on. The bound rises from stage to stage: the last
* stage takes the estimate literally, so services that are most likely unchanged must stop before. With 0.06 at each stage, 16
* services with pairs block 5.9 % of unchanged pull requests instead of 4.7 %, and +10 % is caught in 98.7 instead of 98.4 %
* (30,000 services simulated, 4 % noise, without endpoints). Against a store the bound doubles. A ratio near 1 means that the
* estimate is near the limit, and two jobs later it is hardly ever over the limit. With these bounds and 0.1 % per stage for
* proofs, 8 services against a store block 1.9 ± 0.5 % of unchanged pull requests and +10 % is caught in 96.9 ± 0.6 %; with
* slightly higher bounds and 0.15 %, the figures are 3.3 ± 0.7 % and 95.0 % (3,000 pull requests each, 4 % noise, three endpoints
* per service).
*/
const UNCHANGED_BELOW = /* @__PURE__ */ new Map([
	[3, .04],
	[5, .1],
	[7, .5]
]);
const UNCHANGED_BELOW_AGAINST_STORE = /* @__PURE__ */ new Map([
	[1, 1 / 14],
	[2, 1 / 7],
	[3, 2 / 7],
	[4, 4 / 7],
	[5, 1.1]
]);
/**
* The services for which more runs would decide, in the order of the evidence. A service is decided if the data are clear enough
* for a change of twice the limit or for no change, if more runs cannot help, or at the last stage.
*/
function rerunPlan(evidence, { maxRuns }) {
	const judged = evidence.filter(({ comparisons }) => comparisons.some(isEstimatedPrimary)).length;
	return evidence.flatMap(({ service, window, comparisons }) => {
		const stages = window === null ? STAGES : STORE_STAGES;
		const [worst] = comparisons.filter(isEstimatedPrimary).filter((one) => isOpen$1(one, judged, window !== null)).flatMap((one) => needOf(one, stages, maxRuns, window === null ? "both" : "candidate")).toSorted(byUrgency);
		return worst === void 0 ? [] : [{
			service,
			...worst
		}];
	});
}
function isEstimatedPrimary({ role, estimate }) {
	return role === "primary" && estimate !== null;
}
/** Too few requests in a run stay too few, however many runs there are. */
function isOpen$1({ verdict, estimate, runs, limitRatio }, services, isStore) {
	if (verdict !== "unproven" && verdict !== "inconclusive") return false;
	if (estimate === null || estimate.unprovable === "too-few-requests" || limitRatio === null) return false;
	const { likelihoodRatio, restAgrees } = estimate;
	if (likelihoodRatio === null) return false;
	if (estimate.noiseSource === "assumed" && Math.min(runs.baseline, runs.candidate) < STAGES[0]) return true;
	const isChanged = likelihoodRatio >= 1 / stopAlpha(services, isStore) && restAgrees;
	return likelihoodRatio > unchangedBelow(runs.candidate, isStore) && !isChanged;
}
function stopAlpha(services, isStore) {
	const each = STOP_ALPHA / Math.max(services, 1);
	return isStore ? Math.max(each - LITERAL_ALPHA, MIN_STOP_ALPHA) : each;
}
/** The bound of the last stage that these runs have reached. */
function unchangedBelow(runs, isStore) {
	const bounds = [...isStore ? UNCHANGED_BELOW_AGAINST_STORE : UNCHANGED_BELOW];
	return (bounds.findLast(([stage]) => stage <= runs) ?? bounds[0])?.[1] ?? 0;
}
function needOf({ verdict, runs, estimate }, stages, maxRuns, side) {
	const last = Math.min(maxRuns, stages.at(-1) ?? maxRuns);
	if (estimate === null || runs.candidate >= last || verdict !== "unproven" && verdict !== "inconclusive") return [];
	const stageAfter = (count) => stages.find((stage) => stage > count && stage <= last) ?? last;
	const nextStage = stageAfter(runs.candidate);
	const needed = Math.max(estimate.runsNeeded, nextStage);
	return [{
		verdict,
		runs: runs.candidate,
		add: nextStage - runs.candidate,
		settledAt: needed > last ? null : stageAfter(needed - 1),
		decidedAt: last,
		side
	}];
}
/** Services that block come first, then those that need the most runs. */
function byUrgency(left, right) {
	const blocks = ({ verdict }) => verdict === "unproven" ? 1 : 0;
	const needs = ({ settledAt }) => settledAt ?? Number.MAX_SAFE_INTEGER;
	return blocks(right) - blocks(left) || needs(right) - needs(left);
}
// src/commands/is-store.ts
/**
* Whether a folder is a store. Its folder v1 holds the records, in one file per service. Results may also have a folder v1, for a
* service v1, but that one contains a folder for each run.
*/
async function isStore(folder) {
	const entries = await (0, import_promises.readdir)((0, import__builtin_path.join)(folder, "v1"), { withFileTypes: true }).catch(() => []);
	return entries.some(({ name }) => name.endsWith(".ndjson")) && !entries.some((entry) => entry.isDirectory());
}
/** Throws a UserError for a store where results are expected. */
async function refuseStore(path) {
	if (!await isStore(path)) return;
	throw new UserError(`${path} is a store of recorded baselines, and no results. See what is in it: perf-gate history --store ${path}. Compare with it: perf-gate compare --baseline ${path} --candidate PATH`);
}
// src/policy/budget-texts.ts
/** Writes the budget of each series of a whole service beside it, as the policy file has it: reports show what may be used. */
function withBudgetTexts(evidence, policy) {
	return evidence.map((one) => {
		const { budgets } = servicePolicy(policy, one.service);
		return {
			...one,
			comparisons: one.comparisons.map((comparison) => withText(comparison, budgets))
		};
	});
}
function withText(comparison, budgets) {
	const { endpoint, metric, stat } = comparison;
	const own = budgets.find((one) => one.endpoint === endpoint && one.metric === metric && one.stat === stat);
	return own === void 0 ? comparison : {
		...comparison,
		budget: own.text
	};
}
// src/policy/check-rules.ts
/**
* Asks every rule about every service and puts the policy's levels on the answers.
*
* @returns findings that are not off: fail before warn, then unusable data, then the larger change for the worse
*/
function checkRules(evidence, policy, rules) {
	return sortFindings(evidence.flatMap((service) => {
		const settings = servicePolicy(policy, service.service);
		return rules.flatMap(({ check, levels }) => check(service, settings).flatMap((remark) => withLevel(remark, levels, settings)));
	}), evidence);
}
/** The order of findings depends on what they say only, never on the order of files or services. */
function sortFindings(findings, evidence) {
	const changes = new Map(evidence.flatMap(({ comparisons }) => comparisons.map((one) => {
		return [seriesKey(one), worseBy(one, one.estimate?.changeRatio ?? 0)];
	})));
	const rank = (finding) => [
		finding.level === "fail" ? 0 : 1,
		finding.rule === "invalid" ? finding.service === null ? 0 : 1 : 2,
		-(changes.get(seriesKey(finding)) ?? 0)
	];
	return findings.toSorted((left, right) => {
		const [one, other] = [rank(left), rank(right)];
		return one[0] - other[0] || one[1] - other[1] || one[2] - other[2] || compareText(textKey(left), textKey(right));
	});
}
function withLevel({ atMost, ...remark }, declared, { levels }) {
	const declaration = declared[remark.rule];
	if (declaration === void 0) throw new Error(`A rule speaks under \`${remark.rule}\`, which it does not declare.`);
	const level = levels[remark.rule] ?? declaration.default;
	return level === "off" ? [] : [{
		word: declaration.word,
		...remark,
		level: atMost ?? level
	}];
}
function textKey(finding) {
	return JSON.stringify([
		finding.service,
		finding.rule,
		finding.endpoint,
		finding.metric,
		finding.stat,
		finding.problem
	]);
}
// src/model/is-judged.ts
const JUDGED = /* @__PURE__ */ new Set([
	"regressed",
	"unproven",
	"slower",
	"unchanged",
	"improved",
	"inconclusive"
]);
/** Whether the two sides were held against each other. Every other verdict says why they were not. */
function isJudged$1({ verdict }) {
	return JUDGED.has(verdict);
}
// src/policy/gated-series.ts
/** Whether the two sides were judged against each other. */
function isCompared$1(comparison) {
	return isJudged$1(comparison) && comparison.obstacle === void 0;
}
/** The series that can block: the primaries and the endpoints. */
function gatedSeries(evidence) {
	return evidence.comparisons.filter(({ role }) => role !== "other");
}
/** Whether the change touched none of the service's paths, so that it may be absent. */
function isExcused(evidence) {
	const gated = gatedSeries(evidence);
	return evidence.candidateRuns.length === 0 && gated.length > 0 && gated.every(({ verdict }) => verdict === "not-run");
}
/** Whether results of this service must be there: someone named it or recorded it, and its paths are touched. */
function isExpected(evidence) {
	return (evidence.known || evidence.baselineRuns.length > 0) && !isExcused(evidence);
}
/** Whether all results of one side were refused. */
function wasRefused({ refusals, candidateRuns, baselineRuns }, side) {
	return (side === "baseline" ? baselineRuns : candidateRuns).length === 0 && refusals.some((refusal) => refusal.side === side);
}
/**
* Whether a baseline was given beside the candidate. Runs from a store have the side `candidate`, because they were candidates when they
* were recorded.
*/
function hasGivenBaseline({ baselineRuns }) {
	return baselineRuns.some(({ side }) => side === "baseline");
}
/** Whether there is nothing to compare the candidate's primaries with, though both sides may be comparable. */
function lacksBaseline(evidence) {
	if (evidence.candidateRuns.length === 0 || evidence.differences.length > 0) return false;
	if (evidence.baselineRuns.length === 0) return true;
	const primaries = evidence.comparisons.filter(({ role }) => role === "primary");
	return primaries.length > 0 && primaries.every(({ verdict }) => verdict === "new");
}
/** Whether there is a comparable baseline that lacks this gated series. The series is not new then, and it was not compared. */
function isNotInBaseline({ verdict, runs }, { design }) {
	return verdict === "not-comparable" && runs.baseline === 0 && design !== "none";
}
/** The primaries of the policy that have no comparison. A missing comparison must not look like "no change". */
function silentPrimaries(evidence, policy) {
	if (!isExpected(evidence)) return [];
	return policy.primary.filter(({ metric, stat }) => !evidence.comparisons.some((one) => one.endpoint === null && one.metric === metric && one.stat === stat));
}
/**
* Counts the gated series of all services: from the policy and the baseline, never from the candidate alone.
* Series that are new, and services whose paths were not touched, are not expected.
*/
function coverageOf(services, policy) {
	const counts = services.map((evidence) => {
		const gated = gatedSeries(evidence);
		const silent = silentPrimaries(evidence, servicePolicy(policy, evidence.service));
		return {
			compared: gated.filter(isCompared$1).length,
			expected: gated.filter((comparison) => isExpectedSeries(comparison, evidence)).length + silent.length
		};
	});
	return {
		compared: counts.reduce((sum, { compared }) => sum + compared, 0),
		expected: counts.reduce((sum, { expected }) => sum + expected, 0)
	};
}
function isExpectedSeries(series, evidence) {
	const { verdict, role } = series;
	if (verdict === "not-run") return false;
	return verdict !== "new" || evidence.known && role === "primary" && !isOfBenchmark(series);
}
// src/policy/rule.ts
/** Of a remark on no single series: on a service, or on the gate. */
const WHOLE_SERVICE = {
	endpoint: null,
	metric: null,
	stat: null
};
/** What the policy says of a key, or the default of its rule. */
function levelOf({ levels: declared }, key, { levels }) {
	return levels[key] ?? declared[key].default;
}
// src/policy/run-values.ts
/** The measurement of one metric in one run; null: the run does not have it. endpoint null: the whole service. */
function measurementIn(run, metric, endpoint) {
	return run.run.measurements.find((one) => one.metric === metric && one.endpoint === endpoint) ?? null;
}
/** What a run measured of one quantity, whatever the tool calls it; null: the run does not have it. endpoint null: the whole service. */
function quantityIn(run, quantity, endpoint = null) {
	return measuredAs(run.run.measurements, quantity, endpoint) ?? null;
}
/** Reads one statistic from every run. What is absent or unusable is a problem with words, never 0. */
function readRuns(runs, { metric, stat, endpoint }) {
	const readings = runs.map((run) => readStat(measurementIn(run, metric, endpoint), stat));
	return {
		values: readings.filter((reading) => typeof reading === "number"),
		problems: readings.filter((reading) => typeof reading !== "number")
	};
}
/** Bounds of the median over all runs, where some are only known within bounds. null: a run says neither. */
function readBounds(runs, { metric, stat, endpoint }) {
	const all = runs.flatMap((run) => {
		const measurement = measurementIn(run, metric, endpoint);
		const value = measurement?.stats.get(stat);
		return measurement?.bounds?.get(stat) ?? (value === void 0 ? [] : {
			lower: value,
			upper: value
		});
	});
	if (all.length === 0 || all.length < runs.length) return null;
	return {
		lower: median(all.map(({ lower }) => lower)),
		upper: median(all.map(({ upper }) => upper))
	};
}
function readStat(measurement, stat) {
	if (measurement === null) return text`the results do not have this metric`;
	const reason = measurement.unusable.get(stat);
	if (reason !== void 0) return reason;
	const value = measurement.stats.get(stat);
	if (value === void 0) return text`the results do not have ${stat} of this metric`;
	return Number.isFinite(value) ? value : text`it is ${value}`;
}
// src/policy/rules/invalid-data.ts
/** Data that cannot be used: refused files, and gated series whose numbers mean nothing. */
const invalidData = {
	id: "invalid-data",
	levels: { invalid: {
		default: "fail",
		word: "cannot be used",
		about: "results or a baseline that cannot be used; never `off`",
		neverOff: "with `off`, results that nobody can read would be green"
	} },
	check(evidence) {
		const own = ({ verdict, candidate }) => verdict === "invalid" && (evidence.baselineState !== "unreadable" || candidate === null);
		const isSaid = wasRefused(evidence, "baseline") || wasRefused(evidence, "candidate");
		const isOwn = (one) => own(one) && (one.better !== "neither" || one.endpoint === null);
		const series = isSaid ? [] : gatedSeries(evidence).filter(isOwn);
		return [...evidence.refusals.map((refusal) => refusedFile(refusal, evidence.service)), ...series.map((one) => invalidSeries(one, evidence))];
	}
};
/** Whether refused files already block and say why. A finding that this side has no results would be a second message, and a wrong one. */
function isBlockedByRefusals(evidence, side, policy) {
	return levelOf(invalidData, "invalid", policy) === "fail" && wasRefused(evidence, side);
}
/** What is said of one refused file. service null: its path names no service. */
function refusedFile({ path, problem, side }, service) {
	return {
		rule: "invalid",
		service,
		...WHOLE_SERVICE,
		expected: `a usable ${side} result`,
		actual: `the ${side} result ${path} was refused`,
		problem: text`the ${side} result ${name(path)} cannot be used`,
		detail: problem
	};
}
function invalidSeries(series$6, evidence) {
	const { reason, better } = series$6;
	if (better === "neither") return unknownDirection(series$6);
	return {
		rule: "invalid",
		...seriesId(series$6),
		expected: "a usable number",
		actual: "unusable",
		problem: text`${series(series$6)} cannot be used`,
		action: advice$1(series$6, evidence),
		detail: reason === null ? text`The results do not say why.` : reason
	};
}
function advice$1(series, { candidateRuns }) {
	const { endpoint, metric, baseline, candidate } = series;
	if (baseline === null && candidate !== null) return text`Make the baseline again.`;
	const withoutRequests = candidateRuns.filter((run) => measurementIn(run, metric, endpoint)?.sampleCount === 0 && quantityIn(run, "throughput") === null);
	if (metric === "http_req_duration" && withoutRequests.some(({ run }) => run.selection?.applied != null)) return text`Compare ${code("scenarios")}, ${code("tags")} and ${code("exclude")} in the policy with the load script: they say which requests count. If they are right, find out why it made none.`;
	if (metric === "http_req_duration" && withoutRequests.length > 0) return text`Find out why, and run the load test again. If it makes none by design, name what it measures under ${code("primary")} in the policy, such as ${code(`primary: [{ metric: ${ITERATION_DURATION}, stat: p95 }]`)}.`;
	if (candidateRuns.some((run) => quantityIn(run, "error-share", endpoint)?.stats.get("rate") === 1)) return text`Find out why they fail.`;
	return isOfBenchmark(series) ? text`Run the benchmark again.` : text`Run the load test again.`;
}
/** The reader of a custom metric cannot know whether it counts orders or losses. */
function unknownDirection(series$7) {
	const { metric, stat } = series$7;
	return {
		rule: "invalid",
		...seriesId(series$7),
		expected: "a known direction",
		actual: "unknown direction",
		problem: text`${series(series$7)} is gated, but the policy does not say whether more or less of it is better`,
		action: text`Set ${code("better")} under ${code("primary")} in the policy: ${code(`- { metric: ${metric}, stat: ${stat}, better: higher }`)}, or ${code("better: lower")}.`
	};
}
// src/policy/rules/missing-baseline.ts
/**
* A known service has results and no baseline, or a baseline lacks what is gated. decide.ts makes it a warning while the store was never
* written, because that is the first day of the gate.
*/
const missingBaseline = {
	id: "missing-baseline",
	levels: { "missing-baseline": {
		default: "fail",
		word: "no usable baseline",
		about: "the store has nothing usable for a known service, or a baseline does not have what is gated"
	} },
	check(evidence, policy) {
		if (evidence.baselineState === "unreadable") return [];
		const absent = gatedSeries(evidence).filter((series) => isNotInBaseline(series, evidence));
		if (absent.length > 0) return absent.map((series) => notInBaseline(series, evidence));
		if (!evidence.known || !lacksBaseline(evidence)) return [];
		if (isBlockedByRefusals(evidence, "baseline", policy)) return [];
		const { service } = evidence;
		return [{
			rule: "missing-baseline",
			service,
			...WHOLE_SERVICE,
			expected: "a usable baseline",
			actual: "none",
			problem: text`there is no usable baseline for ${name(service)}, so it was not compared`,
			action: text`Record a baseline: run the gate on a push to the default branch, or run both versions in one job as pairs.`
		}];
	}
};
function notInBaseline(series$5, { baselineRuns }) {
	const { endpoint, metric, stat, candidate, unit } = series$5;
	const now = candidate === null ? "" : text` These results have ${formatValue(candidate, unit)}.`;
	const percentile = baselineRuns.some((run) => measurementIn(run, metric, endpoint) !== null) && baselineRuns.every(({ run }) => run.tool === void 0) && /^p(?!50$)/.test(stat) ? text` ${adviceOnPercentile(stat.slice(1))}` : "";
	return {
		rule: "missing-baseline",
		...seriesId(series$5),
		expected: `${messageName(series$5)} in the baseline`,
		actual: "absent in the baseline",
		problem: text`${series(series$5)} was not compared: the baseline does not have it`,
		action: text`Make the baseline again with a load test that measures it.${percentile}`,
		detail: text`The next push to the default branch adds it to a stored baseline.${now}`
	};
}
// src/policy/endpoint-groups.ts
var import_posix = /* @__PURE__ */ __toESM(require_posix(), 1);
/** A part of an address that is written out, and a pattern after it. `GET *` and `/*` are limits for many endpoints, not one. */
const GROUP = /^(?:https?:\/\/[^/]+|[^/]*)(?:\/[^/*?[\]{}]+)+\/.*[*?[{]/;
/**
* The patterns among the endpoints of a policy that stand for one endpoint with ids in its name, as groups of names. `*` does not cross
* a slash here, so that `/users/*` does not take `/users/7/orders`.
*/
function endpointGroups(names) {
	return names.filter(isGroup).map((name) => ({
		name,
		matches: import_posix.default.makeRe(name, {
			dot: true,
			nonegate: true
		})
	}));
}
/** Whether a name of the policy stands for many names of requests. */
function isGroup(name) {
	return GROUP.test(name);
}
// src/policy/unmatched-limits.ts
/** Limits of endpoints that no result has under that name. A limit with a misspelt name would never apply. */
function unmatchedLimits(evidence, { endpoints }) {
	const { service, candidateRuns, baselineRuns } = evidence;
	const runs = [...candidateRuns, ...baselineRuns];
	const names = [...new Set(runs.flatMap(({ run }) => run.measurements.flatMap(({ endpoint }) => endpoint ?? [])))];
	return endpoints.filter(({ pattern }) => !names.some((name) => matchesName(pattern, name))).map(({ pattern }) => ({
		rule: "missing",
		service,
		...WHOLE_SERVICE,
		expected: `an endpoint called ${pattern}`,
		actual: "no such endpoint",
		problem: text`the policy has a limit for the endpoint ${name(pattern)}, and no result has an endpoint of this name, so the limit is not in force`,
		detail: nearestName(pattern, names),
		atMost: "warn"
	}));
}
/** What to write instead, where something is like it. */
function nearestName(pattern, names) {
	if (names.length === 0) return text`The results have no endpoints at all. ${adviceOnEndpoints()}`;
	return text`The nearest name in the results is ${name((0, import_fastest_levenshtein.closest)(pattern, [...names].sort()))}.`;
}
// src/policy/rules/missing-series.ts
/** Something that the baseline or the policy has is not in the results: a whole service, a part of its load test, or one series. */
const missingSeries = {
	id: "missing-series",
	levels: { missing: {
		default: "fail",
		word: "missing",
		about: "a service, an endpoint or a statistic that should be there is not; at most a warning for names that never come back, and for limits that match no endpoint"
	} },
	check(evidence, policy) {
		if (isBlockedByRefusals(evidence, "candidate", policy)) return [];
		if (evidence.candidateRuns.length === 0) return isExpected(evidence) ? [absentService(evidence)] : [];
		const missing = gatedSeries(evidence).filter(({ verdict }) => verdict === "missing");
		const silent = silentPrimaries(evidence, policy).map((primary) => ({
			...primary,
			service: evidence.service,
			endpoint: null
		}));
		return [
			...absentParts(evidence),
			...missing.map((series) => absentSeries(series, series.baseline === null ? null : formatValue(series.baseline, series.unit), series.reason, evidence)),
			...silent.map((series) => absentSeries(series, null, null, evidence)),
			...namesThatNeverComeBack(evidence),
			...unmatchedLimits(evidence, policy)
		];
	}
};
function absentService(evidence) {
	const { service, refusals, baselineRuns } = evidence;
	const isBenchmark = areOfBenchmarks(baselineRuns.flatMap(({ run }) => run.measurements));
	const refused = refusals.some(({ side }) => side === "candidate");
	return {
		rule: "missing",
		service,
		...WHOLE_SERVICE,
		expected: `results of ${service}`,
		actual: refused ? "no usable result" : "no result",
		...refused ? {
			problem: text`${name(service)} has no usable result`,
			action: isBenchmark ? text`Fix the refused files and run its benchmark again.` : text`Fix the refused files and run its load test again.`
		} : {
			problem: text`${name(service)} has no result${hasGivenBaseline(evidence) ? text` of this version, only a baseline` : []}`,
			action: isBenchmark ? text`Run its benchmark and upload its results.` : text`Run its load test and upload its results.`,
			detail: text`If it may be absent, list its files under ${code("paths")} in the policy. If it is gone for good, list its name under ${code("retired")}.`
		}
	};
}
function absentParts({ service, missing }) {
	if (missing == null) return [];
	const { legs, generators } = missing;
	const whole = {
		rule: "missing",
		service,
		...WHOLE_SERVICE
	};
	const lost = legs.map((leg) => ({
		...whole,
		expected: `the artifact ${leg}`,
		actual: "absent",
		problem: text`the baseline of ${name(service)} has the part ${name(leg)} of the load test, but these results do not have it`,
		action: text`Look at the job that measures it, and run the load test again.`,
		detail: text`If it is gone for good, accept that once with an override.`
	}));
	if (generators === null) return lost;
	const { expected, found } = generators;
	const problem = text`the baseline of ${name(service)} was measured with ${`${expected}`} load generators, but these results come from ${`${found}`}`;
	const action = text`Look at the job that failed, and run the load test again.`;
	return [...lost, {
		...whole,
		expected: `${expected} load generators`,
		actual: `${found}`,
		problem,
		action
	}];
}
function absentSeries(series$4, baseline, reason, evidence) {
	return {
		rule: "missing",
		...seriesId(series$4),
		expected: baseline ?? "a value",
		actual: "absent",
		problem: baseline === null ? text`${series(series$4)} is missing from these results, and the gate needs it` : text`${series(series$4)} is missing from these results (baseline: ${baseline})`,
		action: advice(series$4, evidence),
		...reason === null ? {} : { detail: reason }
	};
}
function advice(series, { candidateRuns, baselineRuns }) {
	const { endpoint, metric, stat, quantity } = series;
	if (isOfBenchmark({
		metric,
		quantity
	})) return text`The benchmark failed, was filtered out, was renamed or is gone: look at the output of the tool. If it is gone for good, accept that once with an override.`;
	const measured = candidateRuns.flatMap(({ run }) => run.measurements);
	const isOfK6 = candidateRuns.every(({ run }) => run.tool === void 0);
	if (endpoint !== null) return adviceOnEndpoint(series, measured, isOfK6);
	if (measured.length === 0 || measured.some((one) => one.metric === metric)) return adviceOnStat(stat, isOfK6);
	const kept = isOfK6 && (stat === "count" || stat === "rate") ? keptByThreshold(metric, stat) : [];
	return baselineRuns.some(({ run }) => run.measurements.some((one) => one.metric === metric)) ? text`${isOfK6 ? adviceOnUnmeasured() : text`Find out whether the load test still gets that far.`}${kept}` : text`The load test does not measure ${name(metric)} at all. ${insteadOf(metric, measured)}${kept}`;
}
/** A misspelt name is most likely the one that it is like. */
function insteadOf(metric, measured) {
	const instead = text`Gate on what it measures: name it under ${code("primary")} in the policy`;
	const others = gateable(measured);
	const named = others.map((one) => one.metric).filter((one) => !isScriptedTime(one));
	const meant = meantBy(metric, named);
	const first = others.find((one) => one.metric === meant) ?? others[0];
	if (first === void 0) return text`${instead}.`;
	const better = first.better === "neither" && first.unit !== "ms" ? ", better: lower" : "";
	const example = code(`primary: [{ metric: ${first.metric}, stat: p95${better} }]`);
	return text`${instead}, such as ${example}. Its trends: ${names(others.map(({ metric }) => metric))}.`;
}
function adviceOnStat(stat, isOfK6) {
	return isOfK6 && /^p\d/.test(stat) ? adviceOnPercentile(stat.slice(1)) : text`Check that the load test still measures it.`;
}
function adviceOnEndpoint({ endpoint, metric, stat }, measured, isOfK6) {
	const here = measured.filter((one) => one.endpoint === endpoint && one.metric === metric);
	if (here.some(({ sampleCount }) => sampleCount === 0)) return text`The load test still calls it: find out why its requests fail.`;
	if (here.length > 0) return adviceOnStat(stat, isOfK6);
	const moved = measured.find((one) => one.endpoint !== null && endpoint !== null && addressOf(endpoint) !== null && withoutAddress(one.endpoint) === withoutAddress(endpoint));
	return moved?.endpoint == null ? text`Check that the load test still calls this endpoint under this name.` : text`They have ${name(moved.endpoint)} instead, which is the same request at another address. Give these requests a ${code("name")} tag without the address.`;
}
/**
* The trends of the whole service that have the statistic that is gated by default. The latency comes first, then other trends that should be
* short. Times that the script itself decides, such as its pauses, come last.
*/
function gateable(measurements) {
	const trends = measurements.filter(({ endpoint, kind, stats }) => endpoint === null && kind === "trend" && stats.has("p95"));
	const rank = (one) => {
		if (isScriptedTime(one.metric)) return 3;
		if (quantityOf(one) === "latency") return 0;
		return one.better === "lower" ? 1 : 2;
	};
	const sorted = trends.toSorted((left, right) => rank(left) - rank(right));
	return [...new Map(sorted.toReversed().map((one) => [one.metric, one])).values()].toReversed();
}
/** One remark for all of them, with what to do about it, once. Such names come and go by chance, so it never blocks. */
function namesThatNeverComeBack({ service, rareEndpoints }) {
	const lost = rareEndpoints?.lost ?? [];
	if (lost.length === 0) return [];
	const are = lost.length === 1 ? "endpoint of the baseline is" : "endpoints of the baseline are";
	const group = lost.map(groupFor).find((pattern) => pattern !== null) ?? folderOf$1(lost);
	const grouping = group === null ? [] : text`, or group them in the policy: ${code(`endpoints: { "${group}": { max-regression: 5% } }`)}`;
	return [{
		rule: "missing",
		service,
		...WHOLE_SERVICE,
		expected: "names that come back",
		actual: `${count(lost.length, "name")} did not`,
		problem: text`${`${lost.length}`} ${are} not in these results: ${names(lost)}`,
		action: text`Give requests with ids in their addresses a ${code("name")} tag${grouping}.`,
		detail: text`Each of these names has few requests, or contains an id that changes. Their requests only count in the whole service.`,
		atMost: "warn"
	}];
}
/** `/posts/*` where most names are one folder with something else at the end each time; null: they have no folder in common. */
function folderOf$1(names) {
	const folders = names.map((name) => pathOf(name).replace(/[^/]*$/, ""));
	const [first = ""] = folders.toSorted((left, right) => timesIn(right, folders) - timesIn(left, folders));
	return 2 * timesIn(first, folders) > names.length && names.length > 1 && isGroup(`${first}*`) ? `${first}*` : null;
}
function timesIn(text, texts) {
	return texts.filter((one) => one === text).length;
}
function pathOf(name) {
	return withoutAddress(name).replace(/\?.*$/s, "");
}
/** `/users/*` for `http://shop.test/users/17`; null: it has no number or hash between its slashes. */
function groupFor(name) {
	const path = pathOf(name);
	const pattern = path.replaceAll(/(?<=\/)(?:\d+|(?=[^/]*\d)[\da-f-]{8,})(?=\/|$)/gi, "*");
	return pattern !== path && isGroup(pattern) ? pattern : null;
}
// src/policy/tool-limits.ts
/** The policy with what it says of tools put on the services that they measured. What a service sets itself wins. */
function withToolLimits(policy, runs) {
	if (policy.tools.length === 0) return policy;
	const services = [...new Set(runs.map(({ service }) => service))].flatMap((service) => {
		const [measured] = runs.filter((run) => run.service === service).toSorted((left, right) => rankOf(left) - rankOf(right));
		const entry = measured === void 0 ? void 0 : toolEntry(policy, nameOfTool(measured.run));
		return entry === void 0 ? [] : [{
			pattern: service,
			policy: servicePolicy({
				...policy,
				...entry
			}, service)
		}];
	});
	return {
		...policy,
		services: [...services, ...policy.services]
	};
}
/** The name of a tool as a policy writes it: `our bench v2` is `our-bench-v2`. */
function nameOfTool({ tool = "k6" }) {
	return tool.toLowerCase().replace(/[^a-z0-9._]+/g, "-").replace(/^-|-$/g, "");
}
function toolEntry({ tools }, name) {
	return tools.find(({ pattern }) => pattern === name) ?? tools.find(({ pattern }) => matchesName(pattern, name));
}
function rankOf({ side }) {
	return side === "candidate" ? 0 : 1;
}
// src/policy/unmatched-services.ts
/** The names and patterns of services in the policy that fit none of these services: their settings are not in force. */
function unmatchedServices({ services }, known) {
	return services.map(({ pattern }) => pattern).filter((pattern) => !known.some((one) => matchesName(pattern, one)));
}
// src/policy/gate-findings.ts
/** What is wrong with the gate as a whole and belongs to no service. */
function gateFindings(facts) {
	return [
		...unreadableBaseline(facts),
		...strayRefusals(facts),
		...lostLegs(facts),
		...unusedPatterns(facts),
		...unmatchedTools(facts),
		...unmatchedOverrides(facts),
		...notRetired(facts),
		...noResults(facts),
		...nothingCompared(facts)
	];
}
/** Always blocks, whatever the policy says: a damaged store must not be taken for an empty one. */
function unreadableBaseline({ lookup }) {
	if (lookup?.kind !== "unreadable") return [];
	const { place, file, problem } = lookup;
	return [gateFinding({
		expected: "a readable baseline",
		actual: `${file} is unreadable`,
		problem: text`the stored baseline cannot be read: ${name(file)} in ${place}`,
		action: text`Fix or remove that file, then run the gate again.`,
		detail: text`${problem} It was left as it is.`
	})];
}
/** Refused files whose path names no service. Rules look at one service, so no rule reports these files. */
function strayRefusals({ refusals, evidence, policy }) {
	const level = levelOf(invalidData, "invalid", policy.defaults);
	if (level === "off") return [];
	return refusals.filter(({ service }) => !evidence.some((one) => one.service === service)).map((refusal) => ({
		...refusedFile(refusal, null),
		word: WORDS$1.invalid,
		level
	}));
}
/** Without a stored baseline, only the failed job shows that a part of the load test is missing. */
function lostLegs({ lostJobs, policy }) {
	const level = levelOf(missingSeries, "missing", policy.defaults);
	if (level === "off") return [];
	return lostJobs.map((job) => gateFinding({
		rule: "missing",
		level,
		expected: `results of ${job}`,
		actual: "none",
		problem: text`the job ${name(job)} failed and left no results, though other jobs of its matrix did`,
		action: text`Look at its log, and run the load test again.`
	}));
}
/**
* Settings whose pattern matches no service are never used: the pattern may be misspelt. A service that the policy names in full is
* reported as missing instead.
*/
function unusedPatterns({ evidence, policy }) {
	const known = evidence.map(({ service }) => service);
	if (known.length === 0 || levelOf(missingSeries, "missing", policy.defaults) === "off") return [];
	return unmatchedServices(policy, known).filter((pattern) => !policy.namedServices.includes(pattern)).map((pattern) => noSuchService(pattern, known, text`the policy has settings for services called ${name(pattern)}, and no service has such a name, so they are not in force`));
}
function noSuchService(pattern, known, problem) {
	return gateFinding({
		rule: "missing",
		level: "warn",
		expected: `a service called ${pattern}`,
		actual: "no such service",
		problem,
		detail: text`The services are ${names(known)}.`
	});
}
/** The same for a tool that measured nothing, now or before: its name may be misspelt. */
function unmatchedTools({ evidence, policy }) {
	const runs = evidence.flatMap(({ candidateRuns, baselineRuns }) => [...candidateRuns, ...baselineRuns]);
	const known = [...new Set(runs.map(({ run }) => nameOfTool(run)))].sort();
	if (known.length === 0 || levelOf(missingSeries, "missing", policy.defaults) === "off") return [];
	return policy.tools.filter(({ pattern }) => !known.some((tool) => matchesName(pattern, tool))).map(({ pattern }) => ({
		...gateFinding({
			expected: `results of ${pattern}`,
			actual: "no such tool",
			problem: text`the policy has settings for the tool ${name(pattern)}, and no result is of it, so they are not in force`,
			detail: text`The results are of ${names(known)}.`
		}),
		rule: "missing",
		word: WORDS$1.missing,
		level: "warn"
	}));
}
/** An override that only services of another name may have: it would be refused when it is needed. */
function unmatchedOverrides({ evidence, policy }) {
	const known = evidence.map(({ service }) => service);
	if (known.length === 0 || levelOf(missingSeries, "missing", policy.defaults) === "off") return [];
	return policy.override.services.filter((pattern) => !known.some((one) => matchesName(pattern, one))).map((pattern) => noSuchService(pattern, known, text`the policy lists ${name(pattern)} under ${code("override.services")}, and no service has such a name`));
}
/** A service that has results is judged as before, whatever the policy says of its end. */
function notRetired({ evidence, policy }) {
	if (levelOf(missingSeries, "missing", policy.defaults) === "off") return [];
	return evidence.filter(({ candidateRuns }) => candidateRuns.length > 0).filter(({ service }) => policy.retired.some((pattern) => matchesName(pattern, service))).map(({ service }) => gateFinding({
		rule: "missing",
		word: "not retired",
		level: "warn",
		expected: "no results",
		actual: "results",
		problem: text`the policy says under ${code("retired")} that ${name(service)} is gone, and it has results, so it is judged as before`,
		action: text`Remove it from ${code("retired")}, or no longer measure it.`
	}));
}
function noResults({ evidence, refusals, absence, policy }) {
	if (hasResults(evidence) || allExcused(evidence)) return [];
	const refused = refusals.filter(({ side }) => side === "candidate");
	if (refused.some(({ service }) => refusalLevel(service, policy) === "fail")) return [];
	return [gateFinding({
		expected: "results of a load test",
		actual: refused.length > 0 ? "no usable result" : "no result",
		...refused.length > 0 ? {
			problem: text`there is no usable result to judge: every result file was refused`,
			action: text`Fix the files listed below and run the load test again.`
		} : absence ?? {
			problem: text`there is no result to judge`,
			action: text`Run the load test, and check that it uploads its results under the name that the gate looks for.`
		}
	})];
}
/** What a refused result does, of a service or of none. */
function refusalLevel(service, policy) {
	return levelOf(invalidData, "invalid", service === null ? policy.defaults : servicePolicy(policy, service));
}
/** If nothing was compared, the gate says so. It must not look like a gate that found nothing. */
function nothingCompared({ evidence, lookup, coverage, policy }) {
	if (coverage.compared > 0 || !hasResults(evidence) || lookup?.kind === "never-written" && !evidence.some(hasGivenBaseline) || lookup?.kind === "unreadable") return [];
	const unseen = [...lookup?.kind === "found" ? lookup.services.keys() : []].filter((name) => !evidence.some(({ service }) => service === name));
	if (unseen.length > 0) return [olderThanBaseline(unseen)];
	if (evidence.some((one) => isBlockedByRefusals(one, "baseline", servicePolicy(policy, one.service)))) return [];
	const withResults = evidence.filter(({ candidateRuns }) => candidateRuns.length > 0);
	if (lookup === null && evidence.every(({ baselineRuns }) => baselineRuns.length === 0)) return [noBaselineAnywhere(withResults.map(({ service }) => service))];
	if (withResults.every(saysWhy)) return [gateFinding({
		rule: "missing-baseline",
		...NOTHING_COMPARED,
		level: withResults.some((one) => hasGivenBaseline(one) && one.differences.length > 0) ? "fail" : "warn",
		problem: text`nothing was compared, so this gate would have caught nothing`,
		action: text`The other findings and the list of series say why.`
	})];
	return [gateFinding({
		...NOTHING_COMPARED,
		problem: text`there are results and a baseline, and yet no gated series was compared`,
		action: text`Check ${code("primary")} in the policy against the metrics in the results.`
	})];
}
/** Without a store, the baseline can only lie beside the candidate, and nothing will ever record one. */
function noBaselineAnywhere(services) {
	const [one, other, ...more] = services;
	const isTwo = one !== void 0 && other !== void 0 && more.length === 0;
	return gateFinding({
		rule: "missing-baseline",
		expected: "a baseline",
		actual: "none",
		problem: text`there is no baseline, so nothing was compared`,
		action: text`Put its runs beside those of the candidate, such as ${code("<service>/baseline/run-1")}, or name where they are.`,
		...isTwo ? { detail: text`If ${name(one)} and ${name(other)} are two versions of one service, call their folders baseline and candidate.` } : {}
	});
}
/**
* A service is not expected of a change that starts before the first record of the service, because the service may not exist there. But if
* nothing at all was compared, the change must not be green.
*/
function olderThanBaseline(services) {
	return gateFinding({
		rule: "missing-baseline",
		...NOTHING_COMPARED,
		problem: text`nothing was compared: all that is stored for ${names(services.toSorted())} was recorded after the commit that this change starts from`,
		action: text`Bring the branch up to date with its base, and run the load test again.`
	});
}
/** Whether the evidence itself says why a service was not compared. */
function saysWhy(evidence) {
	return evidence.baselineRuns.length === 0 || evidence.differences.length > 0 || gatedSeries(evidence).length > 0;
}
function hasResults(evidence) {
	return evidence.some(({ candidateRuns }) => candidateRuns.length > 0);
}
/** Whether nothing had to be measured: the change touches none of the known services. */
function allExcused(evidence) {
	return evidence.length > 0 && evidence.every(isExcused);
}
/** The keys of rules that also speak of the gate as a whole, and what the table says there. */
const WORDS$1 = {
	invalid: invalidData.levels.invalid.word,
	missing: missingSeries.levels.missing.word,
	"missing-baseline": missingBaseline.levels["missing-baseline"].word
};
/** Of a gate that has results and no answer. */
const NOTHING_COMPARED = {
	word: "nothing compared",
	expected: "at least one comparison",
	actual: "nothing was compared"
};
function gateFinding({ rule = "invalid", word = WORDS$1[rule], level = "fail", ...texts }) {
	return {
		rule,
		word,
		level,
		service: null,
		...WHOLE_SERVICE,
		...texts
	};
}
// src/model/change.ts
/** The words for a number that changed, for the findings of rules and for the tables of the report. */
/** Statistics of times, for which longer means slower. */
const STATS_OF_TIMES = [
	"p50",
	"p95",
	"p99"
];
/** `slower` and `faster` for durations, `lower` and `higher` for throughput and everything else that is not a duration. */
function directionWords({ unit, better, metric, quantity, stat }) {
	if (quantity === "operation-rate") return {
		worse: "slower",
		better: "faster"
	};
	if (better === "higher") return {
		worse: "lower",
		better: "higher"
	};
	if (unit === "ms" && (quantity === "duration" || metric.includes("duration") || STATS_OF_TIMES.includes(stat))) return {
		worse: "slower",
		better: "faster"
	};
	return better === "lower" ? {
		worse: "higher",
		better: "lower"
	} : {
		worse: "changed",
		better: "changed"
	};
}
/** `10.8 % slower (limit 5 %)`. */
function changeInWords(comparison, changeRatio) {
	const { limitRatio } = comparison;
	const size = sizeInWords(comparison, changeRatio);
	return size !== SAME && limitRatio !== null && worseBy(comparison, changeRatio) > 0 ? `${size} (limit ${formatLimit(limitRatio)})` : size;
}
/** `10.8 % slower`. */
function sizeInWords(comparison, changeRatio) {
	const { worse, better } = directionWords(comparison);
	const size = formatSize(changeRatio, comparison.limitRatio);
	return size === "0.0 %" ? SAME : `${size} ${worseBy(comparison, changeRatio) >= 0 ? worse : better}`;
}
const SAME = "the same as before";
/** What is counted on each side: pairs; machines, if the runs of one machine count as one; or runs. */
function unitOf$2({ design, candidateRuns, baselineRuns }) {
	if (design === "pairs") return "pair";
	return design === "jobs" || design === "single" && (candidateRuns.length > 1 || baselineRuns.length > 1) ? "machine" : "run";
}
/** `p95 of checkout is 10.8 % slower (limit 5 %), and this is proven` */
function problemOfChange(comparison) {
	const { estimate, verdict } = comparison;
	if (estimate === null) return verdict === "inconclusive" ? text`a change of ${series(comparison)} over its limit cannot be excluded` : text`${series(comparison)} is ${directionWords(comparison).worse}, ${PROOF[verdict] ?? "and this is not proven"}`;
	return text`${series(comparison)} is ${changeInWords(comparison, estimate.changeRatio)}, ${PROOF[verdict] ?? "and this is not proven"}`;
}
const PROOF = {
	regressed: "and this is proven",
	slower: "and this is proven",
	unproven: "but this is not proven"
};
/** The first thing to do about it. */
function stepAfterChange(comparison, measured) {
	switch (comparison.verdict) {
		case "regressed": return directionWords(comparison).worse === "slower" ? text`Make it faster.` : text`Restore it.`;
		case "slower": return text`Check that this is intended.`;
		default: return comparison.obstacle === "only-a-range" ? text`Upload raw points or digests of each load generator.` : whatMoreRunsTell(comparison, measured);
	}
}
/** How many runs would tell a change of twice the limit from noise. It does not promise that they will decide about this change. */
function whatMoreRunsTell({ estimate, limitRatio, runs }, measured) {
	if (estimate === null || limitRatio === null) return [];
	if (estimate.unprovable === "too-few-requests") return text`More runs do not help: each run has too few requests.`;
	const isStored = measured.window !== null;
	const there = isStored ? runs.candidate : Math.min(runs.baseline, runs.candidate);
	if (!Number.isFinite(estimate.runsNeeded) || estimate.runsNeeded <= there) return text`Repeat the load test.`;
	const unit = unitOf$2(measured);
	const side = isStored ? text` of this version` : unit === "pair" ? [] : text` on each side`;
	return text`Repeat the load test: ${count(estimate.runsNeeded, unit)}${side} could tell ${formatLimit(2 * limitRatio)} from noise.`;
}
/** Why the change can, or cannot, be told from noise. */
function evidenceOfChange(comparison, measured) {
	const { estimate, runs, verdict } = comparison;
	if (estimate === null) return [];
	const { least } = worseBounds(comparison, estimate);
	const unit = unitOf$2(measured);
	if (verdict === "regressed") {
		const { worse } = directionWords(comparison);
		return text`With ${formatLimit(estimate.confidence)} confidence it is at least ${formatSize(Math.max(least, 0))} ${worse}.`;
	}
	if (verdict === "slower") return text`It is within the limit, but small steps like this one add up.`;
	if (runs.baseline === 1 && runs.candidate === 1) return text`One ${unit} against one does not show how much ${unit}s vary, so it cannot prove a change.`;
	return text`From ${unit} to ${unit} it varies by ${formatSize(estimate.noiseRatio)}: the change is plausibly between ${formatRatio(estimate.lower)} and ${formatRatio(estimate.upper)}.`;
}
// src/model/estimated-candidate.ts
/**
* The candidate value in a row: the baseline times the estimated ratio, so that a reader who computes the change gets the printed
* change. The medians of the two sides would give another change, because the estimate is the middle of many ratios. Without an
* estimate it is the median of the candidate.
*/
function estimatedCandidate({ baseline, candidate, estimate }) {
	return baseline === null || estimate === null ? candidate : baseline * (1 + estimate.changeRatio);
}
// src/policy/rules/regression.ts
/** A gated series got worse: proven or not, over the limit or possibly over it. */
const regression = {
	id: "regression",
	levels: {
		regressed: {
			default: "fail",
			word: "worse, proven",
			about: "over the limit, and proven"
		},
		unproven: {
			default: "fail",
			word: "worse, not proven",
			about: "over the limit, and noise alone could look like this"
		},
		slower: {
			default: "warn",
			word: "slower, within the limit",
			about: "proven to be slower, within the limit"
		},
		inconclusive: {
			default: "warn",
			word: "cannot tell",
			about: "a slowdown over the limit cannot be excluded; silent while the estimate is at most half the limit. With a `confirmation`, more runs are waited for unless it is `off`"
		}
	},
	check(evidence, policy) {
		return gatedSeries(evidence).filter((one) => one.unit !== "ratio" && !isSaidOfService(one, evidence)).flatMap((comparison) => {
			const limitRatio = comparison.limitRatio ?? limitFor(policy, comparison.endpoint);
			const rule = ruleOf(comparison, limitRatio);
			return rule === null ? [] : [remark$6(rule, {
				...comparison,
				limitRatio
			}, limitRatio, evidence)];
		});
	}
};
/** A number that cannot be judged for the service cannot be judged for an endpoint either. The finding about the service blocks. */
function isSaidOfService({ role, obstacle, metric }, { comparisons }) {
	return role === "endpoint" && (obstacle === "not-judged" || obstacle === "only-a-range") && comparisons.some((one) => one.role === "primary" && one.metric === metric && one.obstacle === obstacle);
}
/** null: nothing is said. A slowdown that cannot be excluded is mentioned if the estimate is more than half of the limit. */
function ruleOf({ verdict, better, estimate }, limitRatio) {
	if (verdict === "regressed" || verdict === "unproven" || verdict === "slower") return verdict;
	const worsening = worseningOf({
		better,
		estimate
	}) ?? Number.POSITIVE_INFINITY;
	return verdict === "inconclusive" && worsening > limitRatio / 2 ? verdict : null;
}
function remark$6(rule, comparison, limit, evidence) {
	const { baseline, unit, estimate, better, role, reason } = comparison;
	const candidate = estimatedCandidate(comparison);
	const values = baseline === null || candidate === null ? "" : ` (${formatValue(baseline, unit)} → ${formatBeside(candidate, unit, baseline)})`;
	const suspect = role === "endpoint" && rule === "unproven" ? text`This endpoint is a suspect; endpoints block only when it is proven.` : [];
	return {
		rule,
		...seriesId(comparison),
		expected: `at ${better === "higher" ? "least" : "most"} ${formatSignedLimit(limit, better)}`,
		actual: `${estimate === null ? "unknown" : formatRatio(estimate.changeRatio, limit)}${values}`,
		problem: problemOfChange(comparison),
		action: stepAfterChange(comparison, evidence),
		detail: sentences$1(evidenceOfChange(comparison, evidence), suspect, reason),
		...role === "endpoint" && rule !== "regressed" ? { atMost: "warn" } : {}
	};
}
// src/policy/decide.ts
/** Puts evidence and findings together into the one verdict. Publishing it can fail; it cannot change it. */
function decide(input) {
	const { evidence, findings, lookup, refusals, absence = null, lostJobs = [], policy, override } = input;
	const rerunPlan = (input.rerunPlan ?? []).filter((need) => isAwaited(need, policy));
	const coverage = coverageOf(evidence, policy);
	const all = [...gateFindings({
		evidence,
		lookup,
		refusals,
		absence,
		lostJobs,
		policy,
		coverage
	}), ...allowFirstRecording(findings, input, coverage)];
	const outcome = outcomeOf$1(all, {
		...input,
		rerunPlan
	}, coverage);
	return {
		outcome,
		blocked: policy.enforce && isBlocking(outcome),
		enforced: policy.enforce,
		...coverage,
		findings: sortFindings(all, evidence),
		services: evidence,
		override,
		rerunPlan
	};
}
/** A verdict that the policy turns off is not waited for. */
function isAwaited({ service, verdict }, policy) {
	return levelOf(regression, verdict, servicePolicy(policy, service)) !== "off";
}
/** Worst first. An override lifts `fail` only, because nobody can answer for numbers that could not be read. */
function outcomeOf$1(findings, { evidence, lookup, override, rerunPlan = [] }, { compared }) {
	const failed = findings.filter(({ level }) => level === "fail");
	if (failed.some(({ rule }) => rule === "invalid")) return "invalid";
	if (failed.length + rerunPlan.length > 0 && override.kind === "valid") return "overridden";
	const awaited = new Set(rerunPlan.map(({ service }) => service));
	if (failed.some(({ rule, service }) => rule !== "unproven" || service === null || !awaited.has(service))) return "fail";
	if (rerunPlan.length > 0) return "pending";
	if (compared === 0 && lookup?.kind === "never-written" && !allExcused(evidence)) return "no-baseline";
	return findings.length > 0 ? "warn" : "pass";
}
/**
* A store that was never written does not block, because it holds nothing to compare with yet. If nothing at all was compared, the outcome
* `no-baseline` says so. If pairs were compared, the services without a baseline still get a warning. A missing part of a baseline that was
* given beside the candidate is not excused.
*/
function allowFirstRecording(findings, { lookup, evidence }, { compared }) {
	if (lookup?.kind !== "never-written") return findings;
	const given = new Set(evidence.filter(hasGivenBaseline).map(({ service }) => service));
	const isSoft = ({ rule, service }) => rule === "missing-baseline" && !given.has(service ?? "");
	if (compared === 0) return findings.filter((finding) => !isSoft(finding));
	return findings.map((finding) => isSoft(finding) ? {
		...finding,
		level: "warn"
	} : finding);
}
// src/policy/open-debts.ts
/**
* Adds to each service the slowdowns of its baseline that are not repaid: lines of the ledger at or before the anchor. A debt is repaid
* when the series in the baseline of today is back within the limit of the level before the debt. If the ledger has no line for a service,
* the mark at the start of the window is all that is known.
*/
function withDebts(services, lookup, ancestry) {
	const ledger = lookup?.kind === "found" ? lookup.ledger ?? [] : [];
	const open = owedAt(ledger, ancestry);
	return services.map((evidence) => {
		if (!ledger.some(({ service }) => service === evidence.service)) return {
			...evidence,
			debts: debtOfWindow(evidence)
		};
		const debts = open.filter((entry) => entry.service === evidence.service && !isRepaid(entry, comparisonOf(entry, evidence)));
		return {
			...evidence,
			debts: debts.map((entry) => debtOf(entry, comparisonOf(entry, evidence)))
		};
	});
}
/** The lines for the ledger that record a debt as repaid. A repaid debt stays repaid, whatever comes later. */
function repaidNow(services, ledger, ancestry, { commit, recordedAt }) {
	return owedAt(ledger, ancestry).flatMap((entry) => {
		const evidence = services.find(({ service }) => service === entry.service);
		const now = evidence === void 0 ? null : comparisonOf(entry, evidence);
		if (now === null || now.baseline === null || !isRepaid(entry, now)) return [];
		const { service, endpoint, metric, stat, branch, commit: debtCommit } = entry;
		return [{
			kind: "repaid",
			service,
			endpoint,
			metric,
			stat,
			debtCommit,
			level: now.baseline,
			branch,
			commit,
			recordedAt
		}];
	});
}
/**
* Whether everything that a service has owed since a commit is repaid. Also false if the ledger has no debt from there, because nothing is
* known then.
*/
function isRepaidSince(ledger, service, debtCommit) {
	const ofService = ledger.filter((entry) => entry.service === service);
	const owed = ofService.filter((entry) => entry.kind === "owed" && entry.commit === debtCommit);
	const repaid = new Set(ofService.flatMap((entry) => entry.kind === "repaid" ? [keyOf(entry)] : []));
	return owed.length > 0 && owed.every((entry) => repaid.has(keyOf(entry)));
}
/** Debts that no line of the ledger repays and that are part of the history of the candidate. */
function owedAt(ledger, ancestry) {
	const reached = ancestry === null ? null : new Set(ancestry.commits);
	const isHere = ({ commit }) => reached === null || reached.has(commit);
	const repaid = new Set(ledger.flatMap((entry) => entry.kind === "repaid" && isHere(entry) ? [keyOf(entry)] : []));
	return ledger.flatMap((entry) => entry.kind === "owed" && isHere(entry) && !repaid.has(keyOf(entry)) ? [entry] : []);
}
function keyOf(entry) {
	const { service, endpoint, metric, stat } = entry;
	return JSON.stringify([
		service,
		endpoint,
		metric,
		stat,
		entry.kind === "owed" ? entry.commit : entry.debtCommit
	]);
}
/** The same series, with a stored baseline of the same conditions; null: today's level says nothing about this debt. */
function comparisonOf(entry, { comparisons, window, baselineRuns }) {
	const conditions = baselineRuns[0]?.conditions;
	if (window === null || conditions === void 0) return null;
	const { machine, load, tool } = entry.conditions;
	if (conditions.machine !== machine || conditions.load !== load || conditions.tool !== tool) return null;
	return comparisons.find((one) => isSameInService(one, entry)) ?? null;
}
function isRepaid({ before, better, limitRatio }, now) {
	if (before === null || now === null || now.baseline === null) return false;
	return better === "higher" ? now.baseline >= before * (1 - limitRatio) : now.baseline <= before * (1 + limitRatio);
}
function debtOf({ service, metric, stat, before, changeRatio, accepted, recordedAt }, now) {
	const level = now?.baseline ?? null;
	return {
		series: before === null ? service : `${service} ${stat} of ${metric}`,
		changeRatio,
		leftRatio: level === null || before === null || before === 0 ? null : level / before - 1,
		override: accepted,
		since: recordedAt
	};
}
function debtOfWindow({ window }) {
	const mark = window?.mark ?? null;
	if (mark === null || mark.kind === "improved") return [];
	const { series, changeRatio, override } = mark;
	return [{
		series,
		changeRatio,
		leftRatio: null,
		override,
		since: null
	}];
}
// src/policy/override-accepted.ts
/**
* Two measurements of one commit differ by the noise of the machine. A change that is larger by this factor and by ten percentage points is
* more than noise, so it must be accepted again.
*/
const MUCH_WORSE = {
	factor: 1.5,
	addedRatio: .1
};
/**
* What somebody accepted was written down then. A later measurement of the same commit that is much worse, or of which more services
* block, is not what they accepted. A label that is newer than the record accepts what is there now.
*
* @returns why it has to be accepted anew; null: it is what was accepted, or nothing was yet
*/
function worseThanAccepted({ accepted, pullRequest }, parts, labeledAt) {
	if (accepted === null || Date.parse(labeledAt) > Date.parse(accepted.at)) return null;
	const sha = pullRequest.headSha.slice(0, 7);
	const worse = largestOfEachService(parts).find((now) => isMuchWorse(now, accepted));
	if (worse === void 0) return null;
	const then = accepted.services.find(({ service }) => service === worse.service);
	const was = then === void 0 ? text`nothing of it` : changeText$1(then);
	return {
		why: text`A later measurement of ${sha} says ${changeText$1(worse)}, and ${name(`@${accepted.by}`)} accepted ${was}.`,
		next: text`Look at the results of ${sha} again. If they are acceptable too, remove the label and set it again.`
	};
}
function isMuchWorse(now, { services, hiddenServices }) {
	const then = services.find(({ service }) => service === now.service);
	if (then === void 0) return hiddenServices === 0;
	if (now.changeRatio === null || then.changeRatio === null) return now.changeRatio !== then.changeRatio;
	const [size, accepted] = [Math.abs(now.changeRatio), Math.abs(then.changeRatio)];
	return size > Math.max(accepted * MUCH_WORSE.factor, accepted + MUCH_WORSE.addedRatio);
}
function changeText$1({ service, changeRatio }) {
	return changeRatio === null ? text`${name(service)}, by an unknown size` : text`${name(service)} ${formatRatio(changeRatio)}`;
}
// src/policy/same-login.ts
/** Logins differ in case only by how they are typed: https://docs.github.com/en/get-started/learning-about-github/types-of-github-accounts */
function sameLogin(left, right) {
	return left.toLowerCase() === right.toLowerCase();
}
// src/policy/override-approval.ts
/**
* If the policy asks for it: an approving review of exactly this head commit, by someone other than the author whose role may override. The
* review names its commit, so no clock has to be trusted. The person who set the label may give it. The last review of a person counts.
* https://docs.github.com/en/rest/pulls/reviews
*/
function refuseUnapproved({ reviews, pullRequest }, { approval, roles }) {
	if (approval === "none") return null;
	const ofOthers = lastOfEach(reviews).filter(({ state }) => state === "approved").filter(({ author }) => !sameLogin(author, pullRequest.author));
	const allowed = ofOthers.filter(({ authorRole }) => authorRole !== null && roles.includes(authorRole));
	if (allowed.some(({ commit }) => commit === pullRequest.headSha)) return null;
	const sha = pullRequest.headSha.slice(0, 7);
	return {
		why: whyNot(sha, allowed[0], ofOthers[0]),
		next: text`Someone other than ${name(`@${pullRequest.author}`)} with one of the roles ${roles.join(", ")} must approve ${sha} in a review. Then remove the label and set it again, so that the gate looks again.`
	};
}
function whyNot(sha, older, powerless) {
	if (older !== void 0) return text`The review of ${name(`@${older.author}`)} approves an earlier commit, not ${sha}.`;
	if (powerless !== void 0) return text`${name(`@${powerless.author}`)} approved it, and their role may not override.`;
	return text`The policy asks for an approving review of ${sha}, and there is none.`;
}
function lastOfEach(reviews) {
	return [...new Map(reviews.map((review) => [review.author.toLowerCase(), review])).values()];
}
// src/policy/override-reason.ts
const HEADING = /^ {0,3}#{1,6}[ \t]+performance override[ \t#]*$/im;
const NEXT_HEADING = /^ {0,3}#{1,6}[ \t]/m;
/**
* Looks for the written reason. Two places count:
* - a comment `/perf-override <reason>` by whoever set the label, or by someone whose role would allow it. It may be older
*   than the label, as people write before they act, but not older than the head commit: a reason judges these numbers.
* - the section `### Performance override` of the description. It is the author's text; whoever set the label after
*   the last push has read it and stands for it. What somebody else wrote there later was not read.
*/
function findReason(facts, policy, labeled) {
	const labeledBy = labeled.actor;
	const commands = facts.comments.flatMap((comment) => {
		const command = readCommand(comment.body);
		return command?.kind !== "reason" || command.reason === null ? [] : [{
			comment,
			reason: command.reason
		}];
	});
	const theirs = commands.filter(({ comment }) => mayOverride(comment, policy, labeledBy));
	const allowed = theirs.filter(({ comment }) => comment.editedBy === null);
	const current = allowed.filter(({ comment }) => isAfterHead(comment, facts));
	const written = readSection(facts.pullRequest.body);
	const editor = written === null ? null : editorAfter(facts, labeled);
	const section = editor === null ? written : null;
	const reasons = [...current.map(({ reason }) => reason).toReversed(), ...section === null ? [] : [section]];
	const reason = reasons.find((text) => lengthOf(text) >= policy.minReasonLength);
	if (reason !== void 0) return {
		kind: "found",
		reason
	};
	if (editor !== null && reasons.length === 0) return {
		kind: "none",
		why: text`The description was edited by ${editor} after ${name(`@${labeledBy}`)} set the label, so its reason may not be the one that was accepted.`,
		next: text`Comment ${code("/perf-override <reason>")}, or read the description again, remove the label and set it again.`
	};
	const edited = theirs.find(({ comment }) => comment.editedBy !== null)?.comment;
	if (edited !== void 0 && reasons.length === 0) return {
		kind: "none",
		why: text`The reason by ${name(`@${edited.author}`)} was edited by ${name(`@${edited.editedBy}`)}, so it may not be what ${name(`@${edited.author}`)} wrote.`,
		next: text`${name(`@${edited.author}`)} may comment ${code("/perf-override <reason>")} again.`
	};
	if (reasons.length === 0 && commands.length === 0) {
		const near = facts.comments.find((comment) => mayOverride(comment, policy, labeledBy) && nearCommand(comment.body) !== null);
		if (near !== void 0) return misspelt(near, policy);
	}
	return {
		kind: "none",
		...explain(reasons, allowed.length, commands[0]?.comment, facts, policy)
	};
}
function misspelt({ author, body }, { minReasonLength }) {
	return {
		kind: "none",
		why: text`The comment by ${name(`@${author}`)} begins with ${name(JSON.stringify(nearCommand(body)))}, and the command is ${code("/perf-override")}.`,
		next: text`Comment ${code("/perf-override <reason>")} with at least ${minReasonLength} characters of reason.`
	};
}
function explain(reasons, allowed, firstCommand, { pullRequest, label }, { minReasonLength, roles }) {
	const sha = pullRequest.headSha.slice(0, 7);
	const next = text`Comment ${code("/perf-override <reason>")} with at least ${minReasonLength} characters of reason.`;
	const [short] = reasons;
	if (short !== void 0) return {
		why: text`The written reason is too short: ${lengthOf(short)} characters, at least ${minReasonLength} are needed.`,
		next
	};
	if (allowed > 0) return {
		why: text`The written reason is older than ${sha}, so it was given for other numbers.`,
		next: text`Look at the results of ${sha}. ${next}`
	};
	if (firstCommand !== void 0) return {
		why: text`The reason was written by ${name(`@${firstCommand.author}`)}, who may not override. Roles that may: ${roles.join(", ")}.`,
		next: text`Whoever set the label, or someone with such a role, must write the reason. ${next}`
	};
	return {
		why: text`The label ${code(label)} is set, but there is no written reason.`,
		next
	};
}
/**
* Who edited the description after the label was set, other than the person who set it. null: nobody. An edit in the same second counts as
* later.
*/
function editorAfter({ bodyEdited }, { at, actor }) {
	if (bodyEdited === null || Date.parse(bodyEdited.at) < Date.parse(at)) return null;
	if (bodyEdited.by !== null && sameLogin(bodyEdited.by, actor)) return null;
	return bodyEdited.by === null ? text`somebody` : text`${name(`@${bodyEdited.by}`)}`;
}
/** Who set the label, or somebody whose role would allow it. */
function mayOverride({ author, authorRole }, { roles, bots }, labeledBy) {
	if (author.toLowerCase().endsWith("[bot]")) return sameLogin(author, labeledBy) && bots.some((bot) => sameLogin(bot, author));
	return sameLogin(author, labeledBy) || authorRole !== null && roles.includes(authorRole);
}
function isAfterHead({ at }, { headSeenAt }) {
	return Date.parse(at) >= Date.parse(headSeenAt ?? "");
}
/** The text under the heading, without what a template puts there; null: no heading, or nothing under it. */
function readSection(body) {
	const visible = withoutExamples(body);
	const heading = HEADING.exec(visible);
	if (heading === null) return null;
	const rest = visible.slice(heading.index + heading[0].length);
	const end = NEXT_HEADING.exec(rest)?.index ?? rest.length;
	const written = rest.slice(0, end).replaceAll(/\s+/g, " ").trim();
	return written === "" || isPlaceholder(written) ? null : written;
}
/** In code points, without those that nobody can see: controls and zero-width characters. */
function lengthOf(written) {
	return [...written.replaceAll(/\p{C}/gu, "")].length;
}
// src/policy/override-scope.ts
/** Why the policy lets nobody override this, whoever asks; null: it does. */
function outOfScope(parts, { services, maxRegressionRatio }) {
	const foreign = parts.find(({ service }) => services.length > 0 && !isNamed(services, service));
	if (foreign !== void 0) {
		const what = foreign.service === null ? text`the whole gate` : text`the service ${name(foreign.service)}`;
		return {
			why: text`The policy lets nobody override ${what}. Services that may be overridden: ${names(services)}.`,
			next: text`Fix what blocks there. Only a change of ${code("override.services")} in the policy of the base branch allows more.`
		};
	}
	if (maxRegressionRatio === null) return null;
	const unknown = parts.find(({ worseRatio }) => worseRatio === null);
	if (unknown !== void 0) {
		const of = unknown.service === null ? [] : text` of ${name(unknown.service)}`;
		return {
			why: text`How much slower it is, is not known for what blocks${of}. The policy lets nobody override more than ${formatLimit(maxRegressionRatio)}, so nothing of unknown size.`,
			next: text`Fix what keeps the two versions from being compared. Only a change of ${code("override.max-regression")} in the policy of the base branch allows more.`
		};
	}
	const large = parts.find(({ worseRatio }) => (worseRatio ?? 0) > maxRegressionRatio);
	if (large === void 0) return null;
	return {
		why: text`${large.what} changed by ${formatRatio(large.changeRatio ?? 0)}. The policy lets nobody override more than ${formatLimit(maxRegressionRatio)}.`,
		next: text`Make it smaller. Only a change of ${code("override.max-regression")} in the policy of the base branch allows more.`
	};
}
function isNamed(patterns, service) {
	return service !== null && patterns.some((pattern) => matchesName(pattern, service));
}
// src/policy/override.ts
/**
* Decides whether the label lifts the gate: it is there now, the policy lets this be overridden at all, it was set by
* someone whose role allows it, not alone in it, for this head commit, not too long ago, approved where the policy asks
* for it, with a written reason. Every doubt is a refusal, and every refusal says what to do.
*
* Why roles: everyone with triage may set labels. Why events: a label says nothing of who set it and when.
* https://docs.github.com/en/rest/issues/events
*/
function decideOverride(facts, policy, parts) {
	if (!facts.labelPresent) return { kind: "none" };
	const last = facts.events.at(-1);
	if (last === void 0 || last.kind === "unlabeled") return refuseUnknownSetter(facts);
	const by = last.actor;
	const refused = outOfScope(parts, policy) ?? worseThanAccepted(facts, parts, last.at) ?? refuseSetter(facts, policy, last) ?? refuseCancelled(facts, policy, last) ?? refuseLonePerson(facts, policy, by) ?? refuseStale(facts, last.at, by) ?? refuseOtherBase(facts, last.at, by) ?? refuseExpired(facts, policy, last.at, by) ?? refuseUnapproved(facts, policy);
	if (refused !== null) return {
		kind: "refused",
		by,
		...refused
	};
	const found = findReason(facts, policy, last);
	if (found.kind === "none") return {
		kind: "refused",
		by,
		why: found.why,
		next: found.next
	};
	return {
		kind: "valid",
		by,
		reason: found.reason,
		at: last.at,
		headSha: facts.pullRequest.headSha
	};
}
function refuseUnknownSetter({ label }) {
	return {
		kind: "refused",
		by: null,
		why: text`GitHub does not say who set the label ${code(label)}.`,
		next: text`Remove the label and set it again.`
	};
}
/** A bot that the policy lists needs no role: apps have none in a repository. */
function refuseSetter(facts, policy, event) {
	if (!event.actorIsBot) return refuseRole(facts, policy, event.actor);
	if (policy.bots.some((bot) => sameLogin(bot, event.actor))) return null;
	return {
		why: text`The label ${code(facts.label)} was set by the bot ${name(`@${event.actor}`)}. Only a person, or a bot that the policy lists, can answer for an override.`,
		next: text`Someone whose role allows it must remove the label and set it again.`
	};
}
function refuseRole({ label, actorRole }, { roles }, by) {
	if (actorRole !== null && roles.includes(actorRole)) return null;
	const role = actorRole === null ? text`an unknown role` : text`the role ${code(actorRole)}`;
	return {
		why: text`${name(`@${by}`)} set the label ${code(label)} and has ${role} in this repository. Roles that may override: ${roles.join(", ")}.`,
		next: text`Someone with such a role must remove the label and set it again.`
	};
}
/** By whoever set the label, or by somebody who could have. The same second counts as after. */
function refuseCancelled(facts, policy, { actor, at }) {
	const cancel = facts.comments.find((comment) => readCommand(comment.body)?.kind === "cancel" && Date.parse(comment.updatedAt) >= Date.parse(at) && mayOverride(comment, policy, actor));
	if (cancel === void 0) return null;
	return {
		why: text`${name(`@${cancel.author}`)} took the override back with ${code("/perf-override-cancel")}.`,
		next: text`To accept it again, remove the label and set it again.`
	};
}
/** The author of the code and the person who pushed it last are not a second person. */
function refuseLonePerson(facts, { secondPerson }, by) {
	if (!(secondPerson === "always" || secondPerson === "auto" && facts.ownerIsOrganization)) return null;
	const { label, pullRequest, headPushedBy } = facts;
	const own = sameLogin(by, pullRequest.author);
	if (!own && (headPushedBy === null || !sameLogin(by, headPushedBy))) return null;
	const where = own ? text`on a pull request of their own` : text`and pushed ${pullRequest.headSha.slice(0, 7)} themselves`;
	return {
		why: text`${name(`@${by}`)} set the label ${code(label)} ${where}. An override needs a second person.`,
		next: text`Someone other than ${name(`@${by}`)} must remove the label and set it again.`
	};
}
/** Times are the platform's own: a commit's date is written by its author. The same second counts as after. */
function refuseStale({ label, headSeenAt, pullRequest }, labeledAt, by) {
	const sha = pullRequest.headSha.slice(0, 7);
	const [labeled, seen] = [Date.parse(labeledAt), Date.parse(headSeenAt ?? "")];
	if (Number.isNaN(seen) || Number.isNaN(labeled)) return {
		why: text`It is not known when ${sha} was pushed, so the label ${code(label)} by ${name(`@${by}`)} may be meant for an earlier commit.`,
		next: text`Close and reopen the pull request, so that a workflow of this repository runs for ${sha}. Then remove the label and set it again.`
	};
	if (labeled >= seen) return null;
	return {
		why: text`${name(`@${by}`)} set the label ${code(label)} for an earlier commit. ${sha} was pushed after it.`,
		next: text`Look at the results of ${sha}. If they are acceptable too, remove the label and set it again.`
	};
}
/** An override for one branch does not hold for another branch, which has another baseline and another policy. */
function refuseOtherBase({ label, baseChangedAt }, labeledAt, by) {
	if (baseChangedAt === null || Date.parse(labeledAt) > Date.parse(baseChangedAt)) return null;
	return {
		why: text`${name(`@${by}`)} set the label ${code(label)} for another base branch. The base of the pull request was changed after it.`,
		next: text`Look at the results against the new base. If they are acceptable too, remove the label and set it again.`
	};
}
/** Only if the policy sets a time. An unknown time counts as too long ago. */
function refuseExpired({ label, readAt, pullRequest }, { expiresMs }, labeledAt, by) {
	if (expiresMs === null) return null;
	if (Date.parse(readAt) - Date.parse(labeledAt) <= expiresMs) return null;
	return {
		why: text`${name(`@${by}`)} set the label ${code(label)} on ${labeledAt.slice(0, 10)}. The policy lets an override hold for ${formatAge(expiresMs)}, and that time is over.`,
		next: text`Look at the results of ${pullRequest.headSha.slice(0, 7)} again. If they are still acceptable, remove the label and set it again.`
	};
}
// src/policy/rules/budget.ts
/** An absolute limit: the median of the candidate runs against it. Equal to the limit is within it. */
const budget = {
	id: "budget",
	levels: { budget: {
		default: "fail",
		word: "over budget",
		about: "an absolute limit is broken"
	} },
	check(evidence, policy) {
		if (evidence.candidateRuns.length === 0) return [];
		return policy.budgets.flatMap((one) => judge(one, evidence));
	}
};
const NOT_JUDGED$1 = "budget not judged";
function judge(one, { service, candidateRuns }) {
	const endpoints = one.endpoint === null ? [null] : matchingEndpoints(one, one.endpoint, candidateRuns);
	if (endpoints.length === 0) {
		const names = candidateRuns.flatMap(({ run }) => run.measurements.flatMap(({ metric, endpoint }) => metric === one.metric && endpoint !== null ? [endpoint] : []));
		return [remark$5(one, service, one.endpoint, "absent", {
			word: NOT_JUDGED$1,
			problem: text`${budgetName(one, service, one.endpoint)} cannot be judged, because no endpoint in the results has this name`,
			action: text`Check the name in the policy.`,
			detail: nearestName(one.endpoint ?? "", names)
		})];
	}
	return endpoints.flatMap((endpoint) => judgeEndpoint(one, service, endpoint, candidateRuns));
}
function judgeEndpoint(one, service, endpoint, runs) {
	const { values, problems } = readRuns(runs, {
		...one,
		endpoint
	});
	const bounds = problems.length === 0 ? null : readBounds(runs, {
		...one,
		endpoint
	});
	if (bounds !== null && isWithin(one, bounds)) return [];
	if (problems.length > 0) {
		const where = problems.length === runs.length ? "" : ` in ${problems.length} of ${count(runs.length, "run")}`;
		return [remark$5(one, service, endpoint, `absent or unusable${where}`, {
			word: NOT_JUDGED$1,
			problem: text`${budgetName(one, service, endpoint)} cannot be judged${where === "" ? [] : [{ words: where }]}: ${problems[0] ?? text`the reason is not known`}`,
			action: text`Measure it, or take the budget out of the policy.`
		})];
	}
	const value = median([...values]);
	const broken = one.max !== null && value > one.max ? one.max : one.min !== null && value < one.min ? one.min : null;
	if (broken === null) return [];
	const unit = runs.map((run) => measurementIn(run, one.metric, endpoint)).find((found) => found !== null)?.unit ?? "none";
	const actual = formatBeside(value, one.stat === "count" ? "none" : unit, broken);
	const side = value > broken ? "over" : "under";
	const over = runs.length === 1 ? [] : text`, the median of ${count(runs.length, "run")}`;
	return [remark$5(one, service, endpoint, actual, {
		word: `${side} budget`,
		problem: text`${series({
			...one,
			service,
			endpoint
		})} is ${actual}${over}: ${side} the budget of ${one.text}`,
		detail: text`The budget is absolute, so the baseline does not matter.`
	})];
}
/** Load generators that left only summaries: the limit is kept if it is kept by each value that the number can have. */
function isWithin({ max, min }, { lower, upper }) {
	return (max === null || upper <= max) && (min === null || lower >= min);
}
function matchingEndpoints({ metric }, pattern, runs) {
	const names = runs.flatMap(({ run }) => run.measurements.flatMap((one) => one.metric === metric && one.endpoint !== null ? [one.endpoint] : []));
	return [...new Set(names)].filter((name) => matchesName(pattern, name));
}
function budgetName(one, service, endpoint) {
	return text`the budget for ${series({
		...one,
		service,
		endpoint
	})}`;
}
function remark$5({ metric, stat, max, min, text }, service, endpoint, actual, said) {
	return {
		rule: "budget",
		service,
		endpoint,
		metric,
		stat,
		expected: max !== null && min !== null ? `${text}` : max !== null ? `at most ${text}` : `at least ${text}`,
		actual,
		...said
	};
}
// src/policy/rules/debt.ts
/** The baseline contains a slowdown that was accepted or not noticed. It no longer blocks, and it is reported until it is repaid. */
const debt$1 = {
	id: "debt",
	levels: { debt: {
		default: "warn",
		word: "debt",
		about: "the baseline holds a slowdown that is not repaid"
	} },
	check({ service, debts = [] }) {
		return debts.map((one) => remark$4(service, one));
	}
};
function remark$4(service, { series, changeRatio, leftRatio, override }) {
	const change = formatRatio(changeRatio);
	const pullRequest = override?.pullRequest == null ? "" : text` in #${`${override.pullRequest}`}`;
	const how = override === null ? text`Nobody has accepted it.` : text`${name(`@${override.by}`)} accepted it${pullRequest}: ${override.reason}`;
	const left = leftRatio === null ? "" : text`, and ${formatRatio(leftRatio)} is left of it`;
	return {
		rule: "debt",
		service,
		...WHOLE_SERVICE,
		expected: "no accepted slowdown in the baseline",
		actual: `${formatRatio(leftRatio ?? changeRatio)} owed`,
		problem: text`the baseline still contains a slowdown: ${series} changed by ${change}${left}`,
		detail: how
	};
}
// src/policy/rules/doubt.ts
/**
* The two sides had different loads, or a percentile lies between two groups of requests. The numbers can be compared, and they may
* mislead.
*/
const doubt = {
	id: "doubt",
	levels: {
		"load-parity": {
			default: "warn",
			word: "another load",
			about: "the two sides got different numbers of requests, users or minutes"
		},
		"mode-boundary": {
			default: "warn",
			word: "p95 on a step",
			about: "the p95 stands between two groups of requests, so that a few requests move it far"
		}
	},
	check({ service, loadDifferences = [] }) {
		return [...new Set(loadDifferences.map(({ kind }) => kind))].map((kind) => ({
			rule: kind,
			service,
			...WHOLE_SERVICE,
			expected: WORDS[kind].expected,
			actual: WORDS[kind].actual,
			problem: WORDS[kind].problem,
			detail: sentences$1(...loadDifferences.filter((one) => one.kind === kind).map(({ message }) => message))
		}));
	}
};
const WORDS = {
	"load-parity": {
		expected: "the load of the baseline",
		actual: "another load",
		problem: text`the two sides had different loads, so they may not be comparable`
	},
	"mode-boundary": {
		expected: "a smooth distribution around the percentile",
		actual: "a step at the percentile",
		problem: text`the gated percentile may jump by chance`
	}
};
// src/policy/rules/drift.ts
/** Many small steps, each within its limit, have used up the budget since a release. */
const drift$1 = {
	id: "drift",
	levels: { drift: {
		default: "fail",
		word: "drifted since a release",
		about: "the default branch became slower since a release than `drift` allows"
	} },
	check(evidence) {
		const { drift: since } = evidence;
		if (since == null) return [];
		return since.comparisons.filter(isOver$2).map((comparison) => {
			const { estimate, limitRatio } = comparison;
			const change = formatRatio(estimate?.changeRatio ?? 0);
			const budget = formatLimit(limitRatio ?? 0);
			const repays = isBroughtBack(comparison, evidence);
			const remark = {
				rule: "drift",
				...seriesId(comparison),
				expected: `at most ${budget} since ${since.anchor}`,
				actual: `${change} since ${since.anchor}`,
				problem: text`${series(comparison)} of the default branch has changed by ${change} since ${since.anchor} (drift budget ${budget})`,
				...repays ? { action: text`This change brings it back within the budget.` } : {
					action: text`Make it faster, or move ${code("drift.anchor")} to a newer release.`,
					detail: text`Each step was within its limit.`
				}
			};
			return repays ? {
				...remark,
				atMost: "warn"
			} : remark;
		});
	}
};
function isOver$2({ verdict }) {
	return verdict === "regressed" || verdict === "unproven";
}
/** A change that repays the debt must not be blocked by the debt. */
function isBroughtBack(then, { comparisons }) {
	const now = comparisons.find((one) => isSameInService(one, then));
	const { baseline, limitRatio, better } = then;
	if (now?.candidate == null || baseline === null || baseline === 0 || limitRatio === null) return false;
	const change = now.candidate / baseline - 1;
	return worseBy({ better }, change) <= limitRatio;
}
// src/policy/rules/dropped-load.ts
/**
* The load generator could not start the configured load, and it could for the baseline: the service holds its requests too long. k6 writes
* the number of dropped iterations only if there are some:
* https://grafana.com/docs/k6/latest/using-k6/scenarios/concepts/dropped-iterations/
*/
const droppedLoad$1 = {
	id: "dropped-load",
	levels: { "dropped-load": {
		default: "fail",
		word: "load was dropped",
		about: "more dropped iterations than `max-dropped-iterations` allows"
	} },
	check({ service, candidateRuns, baselineRuns, missing }, policy) {
		if (candidateRuns.length === 0 || baselineRuns.length === 0) return [];
		const lost = missing?.generators == null ? lostLoad(service, candidateRuns, baselineRuns) : [];
		const limit = policy.maxDroppedRatio;
		const dropped = droppedRatio(candidateRuns);
		const before = droppedRatio(baselineRuns);
		if (dropped <= limit || before > limit) return lost;
		return [{
			rule: "dropped-load",
			service,
			endpoint: null,
			metric: nameOf(candidateRuns, "dropped-work"),
			stat: "count",
			expected: `at most ${formatLimit(limit)} dropped`,
			actual: `${formatSize(dropped, limit)} dropped`,
			problem: text`the load generator dropped ${formatSize(dropped, limit)} of the iterations (limit ${formatLimit(limit)}, baseline ${formatSize(before)})`,
			action: text`The service is saturated, or the load test needs more virtual users.`,
			detail: text`The service received less load than configured.`
		}];
	}
};
/**
* Much less load than before, though nothing was dropped: the service or the generator was throttled. Latency looks better than it is then.
*/
function lostLoad(service, candidateRuns, baselineRuns) {
	const [now, before] = [candidateRuns, baselineRuns].map(requestRate);
	if (now == null || before == null || now >= .75 * before) return [];
	return [{
		rule: "dropped-load",
		service,
		endpoint: null,
		metric: nameOf(candidateRuns, "throughput"),
		stat: "rate",
		expected: `at least ${formatLimit(.75)} of the requests of the baseline`,
		actual: `${formatSize(now / before)} of them`,
		problem: text`the service received ${now.toFixed(1)} requests per second, and ${before.toFixed(1)} in the baseline`,
		action: text`Find out whether the service or the load generator slowed down.`,
		detail: text`Less load makes a service look faster than it is: run both versions under the same load.`
	}];
}
/** What the tool calls it. */
function nameOf(runs, quantity) {
	return runs.flatMap((run) => quantityIn(run, quantity)?.metric ?? [])[0] ?? null;
}
/** The median over the runs; null where one does not say. */
function requestRate(runs) {
	const rates = runs.flatMap((run) => quantityIn(run, "throughput")?.stats.get("rate") ?? []);
	return rates.length === 0 || rates.length < runs.length ? null : median(rates);
}
/** Dropped iterations of all that should have been started, over all runs together. */
function droppedRatio(runs) {
	const dropped = total(runs, "dropped-work");
	const all = dropped + total(runs, "work");
	return all === 0 ? 0 : dropped / all;
}
function total(runs, quantity) {
	return runs.reduce((sum, run) => sum + (quantityIn(run, quantity)?.stats.get("count") ?? 0), 0);
}
// src/model/resources.ts
/** The metrics of processor and memory, each with the statistic that is compared first. */
const RESOURCE_STATS = /* @__PURE__ */ new Map([
	["cpu_per_request", {
		stats: ["avg"],
		unit: "ms",
		better: "lower"
	}],
	["cpu_cores", {
		stats: [
			"avg",
			"p95",
			"max"
		],
		unit: "none",
		better: "neither"
	}],
	["cpu_of_limit", {
		stats: ["max"],
		unit: "ratio",
		better: "lower"
	}],
	["cpu_throttled", {
		stats: ["rate"],
		unit: "ratio",
		better: "lower"
	}],
	["memory", {
		stats: [
			"max",
			"avg",
			"p95"
		],
		unit: "bytes",
		better: "lower"
	}],
	["memory_of_limit", {
		stats: ["max"],
		unit: "ratio",
		better: "lower"
	}]
]);
/** Whether a measurement is a resource of the service, and not a metric of a script with the same name. A gauge of k6 has a `value`. */
function isResource$1({ metric, endpoint, kind, stats }) {
	return endpoint === null && kind === "gauge" && RESOURCE_STATS.has(metric) && !stats.has("value");
}
const EVENTS$1 = /* @__PURE__ */ new Set(["restarts", "oom_kills"]);
/** Resources that were used, and events that were counted at the same time. */
function isSampled(one) {
	return isResource$1(one) || one.kind === "counter" && one.endpoint === null && EVENTS$1.has(one.metric);
}
// src/model/error-share.ts
/** Binary fractions: 0.04 - 0.03 is a little more than 0.01. */
const SHARE_ROUNDING = 1e-9;
/**
* Every error share that one of the sides has: all shares that are known to be better when low, or better when high. The service
* as a whole comes before its endpoints.
*/
function errorShares(baselineRuns, candidateRuns, primary = []) {
	const before = sharesOf(baselineRuns, primary);
	const now = sharesOf(candidateRuns, primary);
	const names = [.../* @__PURE__ */ new Set([...now.keys(), ...before.keys()])].sort();
	const measured = [...baselineRuns, ...candidateRuns].flatMap(({ run }) => run.measurements);
	const of = areOfBenchmarks(measured) ? "runs" : "requests";
	const shares = names.flatMap((name) => {
		const [known] = now.get(name) ?? before.get(name) ?? [];
		if (known === void 0 || known.better === "neither") return [];
		const { endpoint, metric, better } = known;
		const baseline = sideOf(before.get(name) ?? [], baselineRuns.length);
		return [{
			endpoint,
			metric,
			quantity: quantityOf(known),
			of,
			better,
			baseline,
			candidate: sideOf(now.get(name) ?? [], candidateRuns.length)
		}];
	});
	return [...shares.filter(({ endpoint }) => endpoint === null), ...shares.filter(({ endpoint }) => endpoint !== null)];
}
/** By how much the share of errors rose. A baseline without the share counts as one without errors, so the rise is at most this. */
function errorRise({ better, baseline, candidate }) {
	const best = better === "lower" ? 0 : 1;
	const rise = (candidate.ratio ?? best) - (baseline.ratio ?? best);
	return better === "lower" ? rise : -rise;
}
/**
* The rise in standard errors of a difference of two shares, as if samples were independent. null: the number of samples or the
* baseline is not known.
*/
function errorRiseInSigmas(share) {
	const { baseline, candidate } = share;
	const [before, now] = [baseline.samples ?? 0, candidate.samples ?? 0];
	if (baseline.ratio === null || candidate.ratio === null || before === 0 || now === 0) return null;
	const pooled = (baseline.ratio * before + candidate.ratio * now) / (before + now);
	const variance = pooled * (1 - pooled) * (1 / before + 1 / now);
	return variance <= 0 ? 0 : errorRise(share) / Math.sqrt(variance);
}
function sharesOf(runs, primary) {
	const shares = /* @__PURE__ */ new Map();
	for (const { run } of runs) for (const measurement of run.measurements) {
		if (measurement.unit !== "ratio" || isResource$1(measurement)) continue;
		const said = primary.find(({ metric, better }) => metric === measurement.metric && better !== void 0);
		const name = JSON.stringify([measurement.metric, measurement.endpoint]);
		const share = {
			...measurement,
			better: said?.better ?? measurement.better
		};
		shares.set(name, [...shares.get(name) ?? [], share]);
	}
	return shares;
}
function sideOf(shares, runs) {
	const usable = shares.filter(({ stats }) => stats.has("rate"));
	const bad = shares.find(({ stats }) => !stats.has("rate"));
	const problem = bad === void 0 ? shares.length < runs ? text`the results do not have this metric` : null : bad.unusable.get("rate") ?? text`the results do not have the rate of this metric`;
	const sum = usable.reduce((total, { stats }) => total + (stats.get("rate") ?? 0), 0);
	const isCounted = usable.length > 0 && usable.every(({ sampleCount }) => sampleCount !== null);
	return {
		ratio: usable.length === 0 ? null : sum / usable.length,
		samples: isCounted ? usable.reduce((total, { sampleCount }) => total + (sampleCount ?? 0), 0) : null,
		problem
	};
}
// src/policy/rules/error-rate.ts
/**
* An endpoint may have a handful of requests, and there may be hundreds of endpoints. If nothing changed, one of 500 endpoints is beyond 4
* standard errors in 1.6 % of comparisons: 500 × (1 - pnorm(4)) in R. From 2.5 standard errors on, the endpoint is a warning.
*/
const BLOCKS_FROM_SIGMAS = 4;
const SHOWN_FROM_SIGMAS = 2.5;
/** A new endpoint has no earlier share of errors. With fewer failures than this, its share is chance. */
const FEW_FAILURES = 3;
const MAX_ENDPOINTS_SHOWN = 10;
/**
* More goes wrong than before: failed requests, failed checks, and the script's own shares of errors. In percentage points: from
* 0.01 % to 0.02 % is no reason to block, though it doubles.
*/
const errorRate = {
	id: "error-rate",
	levels: { "error-rate": {
		default: "fail",
		word: "more errors",
		about: "more goes wrong than `max-error-rate-increase` allows: failed requests, failed checks, shares of errors of the script; of an endpoint only a warning where it may be chance"
	} },
	check(evidence, policy) {
		const { service, baselineRuns, candidateRuns } = evidence;
		if (candidateRuns.length === 0 || baselineRuns.length === 0) return [];
		const shares = errorShares(baselineRuns, candidateRuns, policy.primary);
		const whole = shares.flatMap((share) => share.endpoint === null ? ofService(service, share, policy) : []);
		const known = endpointsOf(baselineRuns);
		const endpoints = shares.flatMap((share) => share.endpoint === null ? [] : ofEndpoint(service, share, policy, known.has(share.endpoint)));
		return [
			...whole,
			...shortened$1(endpoints),
			...lostShares(evidence, shares)
		];
	}
};
function ofService(service, share, policy) {
	const { baseline, candidate, metric } = share;
	const isGated = policy.primary.some((one) => one.metric === metric);
	if (candidate.problem !== null) {
		if (baseline.ratio === null || isGated && candidate.ratio === null) return [];
		return [{
			...remark$3(service, share, policy),
			word: "missing",
			actual: "absent or unusable",
			problem: text`the share of ${nounOf(share)} cannot be judged: ${candidate.problem}`,
			action: [],
			detail: text`The baseline has ${formatValue(baseline.ratio, "ratio")}.`
		}];
	}
	return isOver$1(share, policy) ? [remark$3(service, share, policy)] : [];
}
/** `isKnown`: the baseline has measurements of this endpoint. */
function ofEndpoint(service, share, policy, isKnown) {
	const { baseline, candidate } = share;
	if (candidate.ratio === null || !isOver$1(share, policy)) return [];
	const failures = candidate.samples === null ? null : errorRise({
		...share,
		baseline: UNKNOWN$1
	}) * candidate.samples;
	if (failures !== null && failures < FEW_FAILURES) return [];
	const sigmas = errorRiseInSigmas(share);
	if (baseline.ratio !== null && sigmas !== null && sigmas < SHOWN_FROM_SIGMAS) return [];
	const blocks = sigmas !== null && sigmas >= BLOCKS_FROM_SIGMAS;
	return [{
		...remark$3(service, share, policy),
		...isKnown ? {} : newEndpoint(share),
		...blocks ? {} : { atMost: "warn" }
	}];
}
/** A new endpoint cannot have a share of errors in the baseline, so measuring the baseline again would not help. */
function newEndpoint(share) {
	const value = formatValue(share.candidate.ratio, "ratio");
	return {
		actual: `${value}, new`,
		problem: text`${problemOf$1(share, value)}, and the endpoint is new, so the baseline has no share to compare with`,
		action: text`Find out why ${isOfRequests(share) ? "they fail" : "it fails"}.`
	};
}
function endpointsOf(runs) {
	return new Set(runs.flatMap(({ run }) => run.measurements.flatMap(({ endpoint }) => endpoint ?? [])));
}
/** Endpoints that are still measured, but only the baseline has their share of errors. One remark for each kind of share. */
function lostShares({ service, candidateRuns, rareEndpoints }, shares) {
	const measured = endpointsOf(candidateRuns);
	const lost = shares.filter(({ endpoint, baseline, candidate }) => endpoint !== null && candidate.ratio === null && baseline.ratio !== null && measured.has(endpoint) && rareEndpoints?.names.includes(endpoint) !== true);
	return [...new Set(lost.map(({ metric }) => metric))].flatMap((metric) => {
		const [first, ...others] = lost.filter((share) => share.metric === metric);
		if (first?.endpoint == null) return [];
		const endpoints = names([first, ...others].flatMap(({ endpoint }) => endpoint ?? []));
		return [{
			rule: "error-rate",
			service,
			endpoint: others.length === 0 ? first.endpoint : null,
			metric,
			stat: "rate",
			expected: `a share of ${isOfRequests(first) ? `failed ${first.of}` : metric}`,
			word: "missing",
			actual: "absent or unusable",
			problem: text`the share of ${nounOf(first)} of ${endpoints} cannot be judged: ${first.candidate.problem ?? text`it has no value`}`,
			action: candidateRuns.every(({ run }) => run.tool === void 0) ? adviceOnErrorShare() : text`Check that the load test still measures it.`,
			detail: text`The baseline has it.`,
			atMost: "warn"
		}];
	});
}
const UNKNOWN$1 = {
	ratio: null,
	samples: null,
	problem: null
};
function isOver$1(share, { maxErrorRateIncrease }) {
	return errorRise(share) > maxErrorRateIncrease + SHARE_ROUNDING;
}
function remark$3(service, share, policy) {
	const { endpoint, metric, better, baseline, candidate } = share;
	const limit = policy.maxErrorRateIncrease;
	const sign = better === "lower" ? "+" : "-";
	const now = candidate.ratio ?? 0;
	const before = baseline.ratio;
	const base = {
		rule: "error-rate",
		service,
		endpoint,
		metric,
		stat: "rate",
		expected: `at ${better === "lower" ? "most" : "least"} ${sign}${formatLimitPoints(limit)}`
	};
	if (before === null) {
		const why = baseline.problem ?? text`it has no value`;
		return {
			...base,
			actual: `${formatValue(now, "ratio")}, unknown before`,
			problem: text`${problemOf$1(share, formatValue(now, "ratio"))}, but the baseline does not have this share: ${why}`,
			action: text`Find out why, or make the baseline again with a load test that measures it.`
		};
	}
	const values = `${formatValue(before, "ratio")} → ${formatBeside(now, "ratio", before)}`;
	const change = (better === "lower" ? 1 : -1) * errorRise(share);
	return {
		...base,
		actual: `${formatPoints(0, change)} (${values})`,
		problem: text`${problemOf$1(share, formatBeside(now, "ratio", before))}, ${formatValue(before, "ratio")} in the baseline (limit ${`${sign}${formatLimitPoints(limit)}`})`,
		action: text`Find out why ${isOfRequests(share) ? "they fail" : "it fails"}.`,
		detail: text`${isOfRequests(share) ? `Failed ${share.of} are` : "What fails is"} often fast, so ${share.of === "runs" ? "their times" : "latency"} alone would not show this.`
	};
}
/** `3.12 % of the requests of /pay failed` */
function problemOf$1(share, value) {
	const of = share.endpoint === null ? "" : text` of ${name(share.endpoint)}`;
	if (isOfRequests(share)) return share.of === "runs" ? text`${value} of the runs${of} failed` : text`${value} of the requests${of} failed`;
	return share.quantity === "passed-checks" ? text`${value} of the checks${of} passed` : text`the share of ${name(share.metric)}${of} is ${value}`;
}
function nounOf(share) {
	return isOfRequests(share) ? text`failed ${{ words: share.of }}` : [name(share.metric)];
}
function isOfRequests({ metric, quantity }) {
	return quantity === "error-share" || isBrowserFailures(metric);
}
/** A broken release may break all endpoints. The first ones are listed, and the last remark says how many more there are. */
function shortened$1(remarks) {
	const shown = remarks.toSorted((left, right) => Number(left.atMost !== void 0) - Number(right.atMost !== void 0)).slice(0, MAX_ENDPOINTS_SHOWN);
	const last = shown.pop();
	const hidden = remarks.length - MAX_ENDPOINTS_SHOWN;
	if (last === void 0) return [];
	return [...shown, hidden > 0 ? {
		...last,
		detail: text`${last.detail ?? ""} ${`${hidden}`} more endpoints have more errors than before.`
	} : last];
}
// src/policy/rules/k6-threshold.ts
/** The load test's own thresholds were crossed in a candidate run. */
const k6Threshold = {
	id: "k6-threshold",
	levels: { "k6-threshold": {
		default: "warn",
		word: "threshold of the load test crossed",
		about: "a threshold of the load test's own script was crossed"
	} },
	check({ service, candidateRuns }) {
		const crossings = /* @__PURE__ */ new Map();
		for (const { run } of candidateRuns) for (const { metric, expression } of run.thresholds.filter(({ crossed }) => crossed)) {
			const key = JSON.stringify([metric, expression]);
			crossings.set(key, {
				metric,
				expression,
				runs: (crossings.get(key)?.runs ?? 0) + 1
			});
		}
		const remarks = [...crossings.values()].map(({ metric, expression, runs }) => ({
			rule: "k6-threshold",
			service,
			endpoint: null,
			metric,
			stat: null,
			expected: expression,
			actual: "crossed",
			problem: text`the load test's own threshold ${name(expression)} on ${name(metric)} was crossed${candidateRuns.length === 1 ? [] : text` in ${`${runs}`} of ${count(candidateRuns.length, "run")}`}`,
			action: text`The threshold is in the load script.`
		}));
		const unnamed = candidateRuns.filter(({ missedGoals, run }) => missedGoals === true && !run.thresholds.some(({ crossed }) => crossed));
		return unnamed.length === 0 ? remarks : [...remarks, exitRemark(service, unnamed)];
	}
};
function exitRemark(service, runs) {
	const code = `${runs[0]?.exitCode}`;
	return {
		rule: "k6-threshold",
		service,
		...WHOLE_SERVICE,
		expected: "exit code 0",
		actual: `exit code ${code}`,
		problem: text`a threshold of the load test was crossed: exit code ${code} in ${count(runs.length, "run")}`,
		action: text`The log of the load test names the threshold; the results do not.`
	};
}
// src/policy/rules/min-power.ts
/**
* The self-test failed: a slowdown of twice the limit, planted in a copy of these results, would not be blocked. The policy decides what
* blocks. Under the default policy an unproven change over the limit blocks as well.
*/
const minPower = {
	id: "min-power",
	levels: { "min-power": {
		default: "warn",
		word: "the gate cannot block it",
		about: "a slowdown of twice the limit, planted in a copy of the results, was not blocked"
	} },
	check({ alarm = [] }, policy) {
		return alarm.filter((proof) => !isBlocked(proof, policy)).map((proof) => remark$2(proof, policy));
	}
};
function isBlocked({ atTwice }, policy) {
	return (atTwice === "regressed" || atTwice === "unproven") && levelOf(regression, atTwice, policy) === "fail";
}
function remark$2({ service, metric, stat, limitRatio, atTwice, detectableRatio }, policy) {
	const twice = formatLimit(2 * limitRatio);
	const proven = detectableRatio === null ? "" : text` Only a change of ${formatLimit(roundUp(detectableRatio))} would have been proven.`;
	return {
		rule: "min-power",
		service,
		endpoint: null,
		metric,
		stat,
		expected: `a change of ${twice} is blocked`,
		actual: `${atTwice}: not blocked`,
		problem: text`${series({
			service,
			endpoint: null,
			metric,
			stat
		})} cannot be blocked with these settings`,
		action: adviceOn(atTwice, policy),
		detail: text`A change of ${twice}, planted in a copy of these results as a self-test, was ${atTwice} and not blocked.${proven}`
	};
}
function adviceOn(verdict, policy) {
	if (verdict === "regressed" || verdict === "unproven") {
		const level = text`Set ${code(verdict)} to ${code("fail")} in the policy (now ${levelOf(regression, verdict, policy)})`;
		return verdict === "unproven" && levelOf(regression, "regressed", policy) === "fail" ? text`${level}, or measure more runs.` : text`${level}.`;
	}
	return policy.minDelta > 0 ? text`Lower ${code("min-delta")}, or gate on another number.` : text`Gate on a number that the gate can judge, such as p95 of ${REQUEST_DURATION}.`;
}
/** Rounded up to a tenth of a percent, so that it never promises too much. */
function roundUp(ratio) {
	return Math.ceil(ratio * 1e3 - 1e-9) / 1e3;
}
// src/policy/rules/new-series.ts
/** A series is measured for the first time, so nothing guards it yet. missing-baseline.ts reports a known service without a baseline. */
const newSeries = {
	id: "new-series",
	levels: { new: {
		default: "warn",
		word: "new, no baseline",
		about: "there is no baseline for it yet"
	} },
	check(evidence) {
		if (wasRefused(evidence, "baseline")) return [];
		if (lacksBaseline(evidence)) return evidence.known ? [] : [newService(evidence.service)];
		return gatedSeries(evidence).filter(({ verdict }) => verdict === "new").map((series$3) => ({
			rule: "new",
			...seriesId(series$3),
			expected: "a baseline",
			actual: series$3.candidate === null ? "new" : `${formatValue(series$3.candidate, series$3.unit)}, new`,
			problem: text`${series(series$3)} is new: it has no baseline yet`,
			action: WHEN_COMPARED
		}));
	}
};
const WHEN_COMPARED = text`It is compared once the default branch has recorded it.`;
function newService(service) {
	return {
		rule: "new",
		service,
		...WHOLE_SERVICE,
		expected: "a baseline",
		actual: "none",
		problem: text`${name(service)} is new: it has no baseline yet`,
		action: WHEN_COMPARED
	};
}
// src/model/run.ts
/** Whether the file of a run could not be trimmed, so that it counts other samples than the policy wants. */
function isUntrimmed({ selection }) {
	return selection !== void 0 && selection.wanted !== selection.applied;
}
// src/policy/rules/not-comparable.ts
/**
* The two sides were not measured under the same conditions. One remark for each difference; or one for each series, if only the series
* differs.
*/
const notComparable = {
	id: "not-comparable",
	levels: {
		"changed-script": {
			default: "fail",
			word: "not comparable: the load script changed",
			about: "the load script differs between the two sides"
		},
		"changed-load": {
			default: "fail",
			word: "not comparable: the load changed",
			about: "the configured load differs"
		},
		"changed-machine": {
			default: "warn",
			word: "not comparable: the machine changed",
			about: "the class of machine differs; at most a warning where other runs of the service were compared"
		},
		"changed-tool": {
			default: "warn",
			word: "not comparable: the version of the tool changed",
			about: "the major version of the tool differs; at most a warning where other runs of the service were compared"
		},
		"changed-population": {
			default: "fail",
			word: "not comparable: other requests counted",
			about: "the two sides count different requests: all or the successful ones, with or without those of setup()"
		}
	},
	check(evidence) {
		const base = {
			service: evidence.service,
			expected: "the conditions of the baseline"
		};
		if (evidence.differences.length > 0) return evidence.differences.map(({ kind, message, change, isUnknown = false }) => ({
			...base,
			rule: kind,
			...WHOLE_SERVICE,
			actual: ACTUAL[kind],
			problem: text`${isJudged(evidence) ? text`some runs were not compared` : text`not compared`}, because ${isUnknown ? text`${ASPECT[kind]} is known on one side only` : CHANGED[kind]}${change === void 0 ? [] : text`: ${change}`}`,
			action: actionOn(kind, isUnknown, evidence),
			...change === void 0 ? { detail: message } : {},
			...mayBeLeftOut(kind) && isJudged(evidence) ? { atMost: "warn" } : {}
		}));
		return gatedSeries(evidence).filter((series) => series.verdict === "not-comparable" && !isNotInBaseline(series, evidence)).map((series$2) => ({
			...base,
			rule: "changed-population",
			word: "not comparable",
			endpoint: series$2.endpoint,
			metric: series$2.metric,
			stat: series$2.stat,
			...series$2.obstacle === "not-judged" ? NOT_JUDGED : OTHER_REQUESTS,
			problem: text`${series(series$2)} was not compared`,
			detail: series$2.reason === null ? text`The two sides measured different things.` : series$2.reason
		}));
	}
};
/** Of a load, the cause may be that one file was trimmed as the policy says, and the other could not be. */
function actionOn(kind, isUnknown, { baselineRuns, candidateRuns }) {
	if (kind === "changed-load" && [...baselineRuns, ...candidateRuns].some(({ run }) => isUntrimmed(run))) return TRIM;
	return isUnknown ? STAMP : SAME_CONDITIONS;
}
const TRIM = text`Upload raw points of both, or give the policy to ${code("perf-gate digest")}.`;
const SAME_CONDITIONS = text`Measure both versions under the same conditions, for example in turns in one job.`;
const STAMP = text`Let ${code("perf-gate stamp")} write ${code("run.json")} beside the runs of both.`;
const ASPECT = {
	"changed-script": text`the load script`,
	"changed-load": text`the configured load`,
	"changed-machine": text`the machine`,
	"changed-tool": text`the version of the load tool`,
	"changed-population": text`what was counted`
};
const CHANGED = {
	"changed-script": text`the load script changed`,
	"changed-load": text`the configured load changed`,
	"changed-machine": text`the machine changed`,
	"changed-tool": text`the major version of the load tool changed`,
	"changed-population": text`other requests were counted`
};
const ACTUAL = {
	"changed-script": "another load test script",
	"changed-load": "another configured load",
	"changed-machine": "another class of machine",
	"changed-tool": "another major version of the tool",
	"changed-population": "other requests"
};
/** The detail of the finding says why. The file must change, not the conditions. */
const NOT_JUDGED = {
	expected: "a number that can be judged",
	actual: "a number that is only shown",
	action: text`Give an output of the tool that has all digits, or gate on another number.`
};
const OTHER_REQUESTS = {
	actual: ACTUAL["changed-population"],
	action: SAME_CONDITIONS
};
/**
* Machines and versions change by chance, because a pool gives the runner that is free. A load test changes because somebody changed it.
*/
function mayBeLeftOut(kind) {
	return kind === "changed-machine" || kind === "changed-tool";
}
/**
* Whether other runs of the service were compared. If none was, a result that names another machine would be a way around the gate, because
* whoever writes results can name any machine.
*/
function isJudged({ comparisons }) {
	return comparisons.some((one) => one.role === "primary" && isCompared$1(one));
}
// src/policy/rules/profile.ts
/**
* Profiles beside the runs prove that a function takes more. Tools that count exactly can block. Tools that sample explain and never block,
* because one in fifty pairs of the same program names a function by chance.
*/
const profile = {
	id: "profile",
	levels: { profile: {
		default: "off",
		word: "a function takes more",
		about: "a function is proven to take more, in profiles beside the runs; of tools that sample only a warning"
	} },
	check({ service, profiles }) {
		return (profiles?.comparisons ?? []).flatMap((comparison) => {
			const [worst] = comparison.functions.filter(({ verdict }) => verdict === "slower" || verdict === "new");
			return worst === void 0 ? [] : [remark$1(service, comparison, worst)];
		});
	}
};
function remark$1(service, { tool, counted, total }, worst) {
	const what = counted.replace("-", " ");
	const change = worst.changeRatio === null ? "is new" : `${formatRatio(worst.changeRatio)} ${what}`;
	const whole = total?.changeRatio == null ? [] : text`The whole profile changed by ${formatRatio(total.changeRatio)}. `;
	return {
		rule: "profile",
		service,
		...WHOLE_SERVICE,
		expected: `no function with more ${what}`,
		actual: change,
		problem: text`in the profiles of ${tool}, ${name(worst.name)} of ${name(service)}: ${change}`,
		detail: text`${whole}The section "Where the time goes" has the ten largest functions.`,
		...total === null ? { atMost: "warn" } : {}
	};
}
// src/model/sampled-service.ts
/**
* How the set-ups of two sides differ, in sentences. Empty: they do not differ in anything that is known of both. If the limit,
* the number of instances or the way of counting differs, a difference in processor and memory does not come from the change.
*/
function setUpDifferences(baseline, candidate) {
	return FACTS.flatMap(({ fact, words }) => {
		const [before = "", now = ""] = [baseline, candidate].map((runs) => {
			const known = runs.flatMap(({ run }) => run.sampled === void 0 ? [] : [words(run.sampled)]);
			return [...new Set(known)].sort().join(" and ");
		});
		if (before === "" || now === "" || before === now) return [];
		return [text`${fact} was ${before} before and is ${now} now.`];
	});
}
const FACTS = [
	{
		fact: text`The number of instances`,
		words: ({ instances }) => `${instances}`
	},
	{
		fact: text`The processor limit`,
		words: ({ cpuLimitCores }) => limit(cpuLimitCores, (cores) => `${cores} cores`)
	},
	{
		fact: text`The memory limit`,
		words: ({ memoryLimitBytes }) => limit(memoryLimitBytes, (bytes) => formatValue(bytes, "bytes"))
	},
	{
		fact: text`What counted processor and memory`,
		words: ({ source }) => source ?? "not said"
	}
];
function limit(value, words) {
	return value === null ? "none" : words(value);
}
// src/policy/rules/resource-rise.ts
/**
* CPU per request varies by 8 to 14 % from run to run at any load, and a garbage collector moves peak memory by 7 % without a change of the
* program (measured, 10 runs each of a service that did not change). So a rise is a warning, and what must hold is a budget.
*/
const MAX_RISE_RATIO = .1;
/** The service needs more processor or memory than before, by more than chance. */
const resourceRise = {
	id: "resource-rise",
	levels: { "resource-rise": {
		default: "warn",
		word: "more processor or memory",
		about: "CPU per request or peak memory rose by more than 10 %, beyond chance"
	} },
	check({ service, comparisons, baselineRuns, candidateRuns }) {
		const differences = setUpDifferences(baselineRuns, candidateRuns);
		return [...differences.length === 0 ? [] : [notCompared$1(service, differences)], ...comparisons.filter(rose).map(remark)];
	}
};
/** Somebody may have changed the limits on purpose, and no measurement can tell, so this never blocks. */
function notCompared$1(service, differences) {
	return {
		rule: "resource-rise",
		service,
		...WHOLE_SERVICE,
		expected: "the limits, instances and counters of the baseline",
		actual: plainText(sentences$1(...differences)),
		problem: text`processor and memory of ${name(service)} were not compared, because both sides were set up differently`,
		action: text`Measure both versions with the same limits and the same number of instances. Budgets hold as they are.`,
		detail: sentences$1(...differences),
		atMost: "warn"
	};
}
/** A change that chance cannot explain, below or above the limit of the policy. A gated number is left to the rule of regressions. */
const PROVEN = /* @__PURE__ */ new Set(["slower", "regressed"]);
function rose({ role, endpoint, metric, better, verdict, estimate, baseline, candidate }) {
	if (role !== "other" || endpoint !== null || !RESOURCE_STATS.has(metric) || better !== "lower") return false;
	if (metric === "cpu_throttled") return verdict !== "not-comparable" && (candidate ?? 0) - (baseline ?? 1) > MAX_RISE_RATIO;
	return PROVEN.has(verdict) && estimate !== null && estimate.changeRatio > MAX_RISE_RATIO;
}
function remark(comparison) {
	const { baseline, candidate, unit, estimate } = comparison;
	const isShare = unit === "ratio";
	const rise = isShare ? formatPoints(baseline ?? 0, candidate ?? 0).replace("+", "") : formatSize(estimate?.changeRatio ?? 0, MAX_RISE_RATIO);
	const values = baseline === null || candidate === null ? [] : text`: ${formatValue(baseline, unit)} before, ${formatValue(candidate, unit)} now`;
	return {
		rule: "resource-rise",
		...seriesId(comparison),
		expected: `at most ${isShare ? formatLimitPoints(MAX_RISE_RATIO) : formatLimit(MAX_RISE_RATIO)} more`,
		actual: `${rise} more`,
		problem: text`${series(comparison)} is ${rise} higher${values}`,
		detail: text`To limit it, set a budget for it in the policy.`
	};
}
// src/policy/rules/restarted.ts
/** A restarted service answers fast from empty memory. A run with a restart is never green, whatever its latency. */
const restarted = {
	id: "restarted",
	levels: invalidData.levels,
	check({ service, candidateRuns, baselineRuns, window }) {
		return [...remarksOf(service, "candidate", candidateRuns), ...window === null ? remarksOf(service, "baseline", baselineRuns) : []];
	}
};
const EVENTS = [{
	metric: "oom_kills",
	what: "ran out of memory and was killed",
	advice: "Give it more memory, or find what needs it."
}, {
	metric: "restarts",
	what: "was restarted",
	advice: "Look into its log: it crashed, or something ended it."
}];
function remarksOf(service, side, runs) {
	const worst = EVENTS.find(({ metric }) => runs.some((run) => happened(run, metric)));
	if (worst === void 0) return [];
	const { metric, what, advice } = worst;
	const which = `in ${runs.filter((run) => happened(run, metric)).length} of ${count(runs.length, `${side} run`)}`;
	return [{
		rule: "invalid",
		service,
		endpoint: null,
		metric,
		stat: "count",
		expected: "one process from the first request to the last",
		actual: `the service ${what} ${which}`,
		problem: text`${name(service)} ${what} during the load, ${which}, so its numbers do not show how fast it is`,
		action: text`${advice} Then measure again.`
	}];
}
function happened(run, metric) {
	return (measurementIn(run, metric, null)?.stats.get("count") ?? 0) > 0;
}
// src/policy/rules/stopped-run.ts
/** Runs of one load test differ by some percent in time and work. A run that lacks a tenth of both was stopped. */
const WHOLE_RATIO = .9;
/**
* A threshold with `abortOnFail` stopped a run. Its exit code is that of any crossed threshold, and its summary looks whole. Two signs
* tell: both the time and the work are less than those of another run, or the script says that the crossed threshold stops the run.
*/
const stoppedRun = {
	id: "stopped-run",
	levels: invalidData.levels,
	check({ service, candidateRuns, baselineRuns, window }) {
		const all = [...candidateRuns, ...baselineRuns];
		const whole = all.filter((run) => !isCut(run, all) && !crossedAbort(run));
		const isStopped = (run) => mayBeStopped(run) && (isCut(run, all) || crossedAbort(run) && whole.length === 0);
		return [...remarkOf(service, "candidate", candidateRuns.filter(isStopped), candidateRuns.length, all), ...window === null ? remarkOf(service, "baseline", baselineRuns.filter(isStopped), baselineRuns.length, all) : []];
	}
};
/** Without an exit code, the crossed thresholds of the summary say as much. */
function mayBeStopped({ exitCode, missedGoals, run }) {
	return missedGoals === true || exitCode === null && run.thresholds.some(({ crossed }) => crossed);
}
/** Less time and less work than another run: a slow service does less work in the same time, and a fast one the same work in less time. */
function isCut(run, all) {
	return all.some((other) => {
		if (other.conditions.load !== run.conditions.load || other.conditions.scriptHash !== run.conditions.scriptHash) return false;
		const known = [ratio(run.run.durationMs, other.run.durationMs), ratio(workOf(run), workOf(other))].filter((one) => one !== null);
		return known.length > 0 && known.every((one) => one < WHOLE_RATIO);
	});
}
function ratio(one, other) {
	return one === null || other === null || other === 0 ? null : one / other;
}
function workOf(run) {
	const count = (quantity) => quantityIn(run, quantity)?.stats.get("count") ?? null;
	return count("work") ?? count("throughput");
}
function crossedAbort({ run }) {
	const { abortThresholds = [], thresholds, durationMs } = run;
	return abortThresholds.some(({ metric, expression, notBeforeMs }) => notBeforeMs < (durationMs ?? Number.POSITIVE_INFINITY) && thresholds.some((one) => one.crossed && one.metric === metric && one.expression === expression));
}
function remarkOf(service, side, stopped, runs, all) {
	const [first] = stopped;
	if (first === void 0) return [];
	const longest = Math.max(...all.map(({ run }) => run.durationMs ?? 0));
	const took = first.run.durationMs === null ? [] : text` after ${seconds(first.run.durationMs)} s`;
	const others = longest > (first.run.durationMs ?? longest) ? text`, and another run took ${seconds(longest)} s` : [];
	const which = runs === 1 ? `The ${side} run` : `${stopped.length} of ${count(runs, `${side} run`)}`;
	return [{
		rule: "invalid",
		service,
		...WHOLE_SERVICE,
		expected: "a whole run",
		actual: `${which} was stopped`,
		problem: text`${runs === 1 ? text`the ${side} run` : which} was stopped by a crossed threshold with abortOnFail${took}${others}`,
		action: text`Look at the threshold in the log of the load test, and measure again; while versions are compared, leave abortOnFail out.`,
		detail: text`A run that was stopped is not measured to its end, so its numbers do not count.`
	}];
}
function seconds(durationMs) {
	return (durationMs / 1e3).toFixed(durationMs < 1e4 ? 1 : 0);
}
// src/policy/rules/too-few-samples.ts
/**
* Too few requests behind a gated percentile: p95 of ten requests is the slowest of them.
* One remark for each primary, and one for all endpoints together.
*/
const tooFewSamples$1 = {
	id: "too-few-samples",
	levels: { "too-few-samples": {
		default: "warn",
		word: "too few requests",
		about: "fewer requests above the percentile than `min-tail-samples`"
	} },
	check(evidence, policy) {
		if (evidence.candidateRuns.length === 0) return [];
		const thin = gatedSeries(evidence).flatMap((series) => thinnest(series, evidence, policy.minTailSamples));
		const primaries = thin.filter(({ series }) => series.role === "primary");
		const endpoints = thin.filter(({ series }) => series.role === "endpoint");
		return [...primaries.map(primaryRemark), ...endpointsRemark(evidence.service, endpoints)];
	}
};
/** The run with the fewest samples, when they are too few. Nothing where no run says how many it has. */
function thinnest(series, evidence, minTail) {
	const percentile = /^p(\d+(?:\.\d+)?)$/.exec(series.stat)?.[1];
	if (percentile === void 0 || isOfBenchmark(series)) return [];
	const tailShare = Math.round((100 - Number(percentile)) * 1e6) / 1e8;
	const [fewest] = [...sampleCounts(evidence.candidateRuns, series, "candidate"), ...sampleCounts(evidence.baselineRuns, series, "baseline")].toSorted((left, right) => left.samples - right.samples);
	const needed = Math.ceil(minTail / tailShare - 1e-6);
	return fewest === void 0 || fewest.samples >= needed ? [] : [{
		series,
		...fewest,
		needed
	}];
}
function sampleCounts(runs, { metric, endpoint }, side) {
	return runs.flatMap((run) => {
		const samples = measurementIn(run, metric, endpoint)?.sampleCount || null;
		return samples === null ? [] : [{
			side,
			samples
		}];
	});
}
function primaryRemark({ series: series$1, side, samples, needed }) {
	return {
		rule: "too-few-samples",
		...seriesId(series$1),
		expected: `${needed} samples a run`,
		actual: `${samples} in a ${side} run`,
		problem: text`${series(series$1)} rests on ${count(samples, "request")} in a ${side} run; at least ${`${needed}`} are needed for a stable number`,
		action: text`Run the load test longer.`
	};
}
function endpointsRemark(service, thin) {
	const [fewest] = thin.toSorted((left, right) => left.samples / left.needed - right.samples / right.needed);
	if (fewest === void 0) return [];
	const one = thin.length === 1;
	return [{
		...primaryRemark(fewest),
		service,
		endpoint: one ? fewest.series.endpoint : null,
		...one ? {} : {
			actual: `${fewest.samples} in a ${fewest.side} run, the fewest of ${thin.length} endpoints`,
			metric: null,
			stat: null,
			problem: text`${`${thin.length}`} endpoints have too few requests for a stable number`,
			detail: text`The fewest: ${count(fewest.samples, "request")} in a ${fewest.side} run behind ${series(fewest.series)}, which needs ${`${fewest.needed}`}.`
		}
	}];
}
// src/policy/registry.ts
/** Every rule of the gate, one file each. Their order is that of the keys in the schema and on the page of the policy; findings are sorted. */
const RULES = [
	regression,
	missingSeries,
	newSeries,
	invalidData,
	stoppedRun,
	restarted,
	notComparable,
	budget,
	errorRate,
	droppedLoad$1,
	tooFewSamples$1,
	missingBaseline,
	k6Threshold,
	debt$1,
	drift$1,
	profile,
	doubt,
	minPower,
	resourceRise
];
// src/policy/retired.ts
/**
* The baseline without the services that the policy says are gone. One that has results all the same is not gone: it is
* judged as before.
*/
function withoutRetired(lookup, { runs, refusals }, { retired }) {
	if (lookup?.kind !== "found" || retired.length === 0) return lookup;
	const present = new Set([...runs, ...refusals].map(({ service }) => service));
	const isGone = (service) => !present.has(service) && retired.some((pattern) => matchesName(pattern, service));
	return {
		...lookup,
		services: new Map([...lookup.services].filter(([service]) => !isGone(service)))
	};
}
// src/policy/tool-primaries.ts
/**
* The policy with what services are gated on where it does not say so: the central numbers that the results name, of both sides, so that
* a benchmark that vanished is missed. k6 names none, and is gated on the p95 of its requests.
*
* @param runs those of the candidate, and the newest of the baseline
*/
function withToolPrimaries(written, runs) {
	const policy = withToolLimits(written, runs);
	const services = [...new Set(runs.map(({ service }) => service))].flatMap((service) => {
		if (writtenPrimaries(policy, service) !== null) return [];
		const resolved = servicePolicy(policy, service);
		const primary = centralSeries(runs.filter((run) => run.service === service));
		return primary.length === 0 ? [] : [{
			pattern: service,
			policy: {
				...resolved,
				primary
			}
		}];
	});
	return services.length === 0 ? policy : {
		...policy,
		services: [...services, ...policy.services]
	};
}
/** What the policy file itself gates a service on. null: it does not say so. */
function writtenPrimaries(policy, service) {
	const { primary } = servicePolicy(policy, service);
	return primary === DEFAULT_SERVICE_POLICY.primary ? null : primary;
}
/** None if the candidate names none. The tool of the baseline says nothing about it. */
function centralSeries(runs) {
	const named = (some) => some.flatMap(({ run }) => run.measurements.flatMap(({ metric, endpoint, central }) => endpoint === null && central !== void 0 ? [{
		metric,
		stat: central
	}] : []));
	const candidate = runs.filter(({ side }) => side === "candidate");
	if (candidate.length > 0 && named(candidate).length === 0) return [];
	return [...new Map(named(runs).map((one) => [JSON.stringify([one.metric, one.stat]), one]))].sort(([left], [right]) => left < right ? -1 : 1).map(([, one]) => one);
}
// src/statistics/grouping.ts
/** Items by key, in order of first appearance. (`Map.groupBy` needs Node 21.) */
function groupBy(items, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [item]);
		else group.push(item);
	}
	return groups;
}
// src/statistics/tail-standard-error.ts
/**
* Standard error of a p95 by its order statistic is sqrt(.05 * .95 / N) / density. With an exponential tail between
* p90 and p95 the density at p95 is .05 * ln 2 / (p95 - p90). Together: 6.28856.
*/
const TAIL_FACTOR = Math.sqrt(.0475) / (.05 * Math.LN2);
/**
* How uncertain the p95 of one run is because it rests on a limited number of requests, as a share of the p95
* (so also the standard deviation of its logarithm). It assumes independent requests. Requests under load are not:
* multiply by the square root of the design effect (we measured 1.6).
*
* @returns null when the tail has no usable shape: a value is not finite, p95 is not above 0, p95 is below p90, or
* there are no requests
*/
function tailStandardErrorRatio({ p90, p95, count }) {
	if (!(p95 > 0 && p95 < 1e400 && p90 <= p95 && p90 >= 0 && count > 0 && count < 1e400)) return null;
	return TAIL_FACTOR * (p95 - p90) / (p95 * Math.sqrt(count));
}
// src/statistics/reading.ts
/** A reader for one comparison. Hundreds of series are read from the same runs, so the reader remembers where measurements are. */
function seriesReader() {
	const find = measurementFinder();
	return {
		read([first, ...rest], key) {
			const readOne = (run) => readingOf(find(run, key), key.stat, run.run.setupSamples ?? null);
			const reading = readOne(first);
			return rest.length === 0 ? reading : combined(reading, rest, readOne);
		},
		samplingError(group, key) {
			return Math.max(...group.map((run) => samplingErrorOf(find(run, key), key.stat)));
		}
	};
}
/**
* Finds a measurement in a run. It first tries the position of the last hit, because runs of one load test list their
* measurements in the same order. Otherwise it looks in a map: a scan for each of thousands of endpoints would be quadratic.
*/
function measurementFinder() {
	const indexes = /* @__PURE__ */ new Map();
	let position = 0;
	return (run, { metric, endpoint }) => {
		const { measurements } = run.run;
		const here = measurements[position];
		if (here?.metric === metric && here.endpoint === endpoint) return here;
		const index = indexes.get(run) ?? indexOf(run);
		indexes.set(run, index);
		position = index.get(metric)?.get(endpoint) ?? position;
		const found = measurements[position];
		return found?.metric === metric && found.endpoint === endpoint ? found : void 0;
	};
}
function indexOf({ run }) {
	const index = /* @__PURE__ */ new Map();
	for (const [position, { metric, endpoint }] of run.measurements.entries()) {
		const ofMetric = index.get(metric);
		if (ofMetric === void 0) index.set(metric, /* @__PURE__ */ new Map([[endpoint, position]]));
		else if (!ofMetric.has(endpoint)) ofMetric.set(endpoint, position);
	}
	return index;
}
function readingOf(measurement, stat, setupSamples) {
	if (measurement === void 0) return {
		kind: "absent",
		hasMetric: false
	};
	const { stats, unusable, unit, population, sampleCount, bounds } = measurement;
	const facts = {
		kind: "value",
		unit,
		population,
		sampleCount,
		step: measurement.steps?.get(stat) ?? null,
		notJudged: measurement.notJudged?.get(stat) ?? null,
		setupSamples
	};
	const range = bounds?.get(stat);
	if (range !== void 0) return {
		kind: "bounded",
		lower: {
			...facts,
			value: range.lower
		},
		upper: {
			...facts,
			value: range.upper
		}
	};
	const reason = unusable.size === 0 ? void 0 : unusable.get(stat);
	if (reason !== void 0) return {
		kind: "unusable",
		reason,
		isEmpty: sampleCount === 0
	};
	const value = stats.get(stat);
	if (value === void 0) return {
		kind: "absent",
		hasMetric: true
	};
	if (!isPossible(value, unit)) return {
		kind: "unusable",
		reason: text`it is ${value}`,
		isEmpty: false
	};
	return {
		...facts,
		value
	};
}
/**
* 10^18 ms is older than the universe, and 10^18 bytes are more than any service has; light travels less than a nucleus in 10^-18 ms.
* A number beyond is damaged data. It would also leave the numbers that the logarithms of a comparison can carry.
*/
const LARGEST = 0xde0b6b3a7640000;
function isPossible(value, unit) {
	if (!Number.isFinite(value) || value < 0 || value > (unit === "ratio" ? 1 : LARGEST)) return false;
	return value === 0 || value >= 1 / LARGEST;
}
/** The first unusable reading of all runs; without one, the centre of the runs. */
function combined(first, rest, read) {
	const readings = [first, ...rest.map(read)];
	const unusable = readings.find(({ kind }) => kind === "unusable");
	if (unusable !== void 0) return unusable;
	if (readings.some(({ kind }) => kind === "bounded")) return combinedBounds(readings);
	const values = [];
	let all = first;
	for (const reading of readings) {
		if (reading.kind !== "value" || all.kind !== "value") return absentOf(readings);
		values.push(reading.value);
		all = withFactsOfBoth(all, reading);
	}
	return all.kind === "value" ? {
		...all,
		value: centreOf(values)
	} : all;
}
/** The centre of values within bounds lies between the centre of the lower bounds and the centre of the upper bounds. */
function combinedBounds(readings) {
	const [lower, upper] = ["lower", "upper"].map((end) => combinedEnds(readings.map((one) => endOf(one, end))));
	return lower?.kind === "value" && upper?.kind === "value" ? {
		kind: "bounded",
		lower,
		upper
	} : absentOf(readings);
}
function combinedEnds(readings) {
	const values = readings.flatMap((one) => one.kind === "value" ? [one] : []);
	const [first, ...rest] = values;
	if (first === void 0 || values.length < readings.length) return absentOf(readings);
	return {
		...rest.reduce(withFactsOfBoth, first),
		value: centreOf(values.map(({ value }) => value))
	};
}
function absentOf(readings) {
	return {
		kind: "absent",
		hasMetric: readings.some((one) => one.kind !== "absent" || one.hasMetric)
	};
}
/**
* The centre of the runs of one job: the median of the averages of all pairs of runs, on logarithms (Hodges and Lehmann). With
* three runs it varies a fifth less than their median, and one slow run changes it little. A value of 0 has no logarithm: then
* the centre is the median.
*/
function centreOf(values) {
	if (values.length < 3 || values.some((value) => value <= 0)) return median(values);
	const logs = values.map(Math.log);
	const averages = logs.flatMap((left, index) => logs.slice(index).map((right) => (left + right) / 2));
	return Math.exp(median(averages));
}
/** One bound of a value that is only known within bounds; any other reading unchanged. */
function endOf(reading, end) {
	return reading.kind === "bounded" ? reading[end] : reading;
}
function withFactsOfBoth(left, right) {
	const known = left.sampleCount !== null && right.sampleCount !== null;
	return {
		kind: "value",
		value: left.value,
		unit: left.unit === right.unit ? left.unit : "none",
		population: left.population === right.population ? left.population : "all",
		sampleCount: known ? Math.min(left.sampleCount, right.sampleCount) : null,
		notJudged: left.notJudged ?? right.notJudged,
		step: left.step === null && right.step === null ? null : Math.max(left.step ?? 0, right.step ?? 0),
		setupSamples: [left, right].find((one) => one.setupSamples === "counted")?.setupSamples ?? right.setupSamples
	};
}
/** The design effect of requests under load (measured): the variance of a p95, divided by its variance if the requests were independent. */
const DESIGN_EFFECT = 1.6;
function samplingErrorOf(measurement, stat) {
	if (measurement === void 0) return 0;
	const { stats, sampleCount } = measurement;
	const value = stats.get(stat) ?? 0;
	const known = measurement.standardErrors?.get(stat);
	if (known !== void 0 && value > 0) return known / value;
	const p90 = stats.get("p90");
	if (stat !== "p95" || p90 === void 0 || sampleCount === null) return 0;
	return DESIGN_EFFECT * (tailStandardErrorRatio({
		p90,
		p95: value,
		count: sampleCount
	}) ?? 0);
}
// src/policy/marks.ts
/**
* The runs of a recorded push as they are stored. A service whose primary series moved by more than the limit and far beyond
* chance, or whose slowdown was overridden, gets a mark: the next pull request is compared with this level.
*/
function recordsOf(services, stamp) {
	const { commit, recordedAt, branch = null } = stamp;
	return services.flatMap((evidence) => {
		const mark = stepOf(evidence, stamp)?.mark ?? null;
		return (evidence.asMeasured ?? evidence.candidateRuns).map((run) => ({
			run: {
				...run,
				testedCommit: commit
			},
			commit,
			recordedAt,
			mark,
			...branch === null ? {} : { branch }
		}));
	});
}
/** The services that a push made slower beyond chance, with what shows it; accepted or not. The worst first. */
function regressionsOf(services, stamp) {
	return services.flatMap((evidence) => {
		const found = stepOf(evidence, stamp);
		if (found?.comparison == null || found.mark.kind === "improved") return [];
		const { comparison, accepted } = found;
		return comparison.verdict === "regressed" && isBeyondChance(comparison) ? [{
			comparison,
			accepted
		}] : [];
	}).sort((left, right) => worse(right.comparison) - worse(left.comparison));
}
/** The lines of the ledger for the same push: what is owed from now on. */
function owedBy(services, stamp) {
	return services.flatMap((evidence) => {
		const [run] = evidence.candidateRuns;
		const step = stepOf(evidence, stamp);
		if (run === void 0 || step === null || step.mark.kind === "improved") return [];
		return [owed(evidence, step, run.conditions, stamp)];
	});
}
function owed({ service }, { mark, comparison, accepted }, { machine, load, tool }, { commit, recordedAt, branch = null }) {
	return {
		kind: "owed",
		service,
		endpoint: comparison?.endpoint ?? null,
		metric: comparison?.metric ?? "http_req_duration",
		stat: comparison?.stat ?? "p95",
		unit: comparison?.unit ?? "ms",
		better: comparison?.better ?? "lower",
		before: comparison?.baseline ?? null,
		after: comparison?.candidate ?? null,
		changeRatio: mark.changeRatio,
		limitRatio: comparison?.limitRatio ?? 0,
		conditions: {
			machine,
			load,
			tool
		},
		branch,
		commit,
		recordedAt,
		accepted: accepted === null ? null : acceptanceOf(accepted)
	};
}
function acceptanceOf({ by, reason, at, pullRequest, headSha }) {
	return {
		by,
		reason,
		at,
		pullRequest,
		headSha
	};
}
/**
* A mark throws all older jobs away, and what follows is compared with a level that was chosen because it was extreme. So it takes
* more than a proof: with 5 % a push, unchanged code would be marked in 15 % of pushes, with this in less than 1 %. A step that is not
* marked is found by the change points a few pushes later.
*/
const MARK_P_VALUE = .001;
function isBeyondChance({ estimate }) {
	return estimate !== null && estimate.pValue < MARK_P_VALUE;
}
/** As far as the limit, in either direction. */
function isOverLimit$1({ estimate, limitRatio }) {
	return estimate !== null && limitRatio !== null && Math.abs(estimate.changeRatio) > limitRatio;
}
/** An override wins over what was measured now: it was accepted because of what its pull request measured. */
function stepOf(evidence, { overrides = [] }) {
	const primaries = evidence.comparisons.filter(({ role }) => role === "primary");
	const accepted = overrides.find(({ services }) => services.some(({ service }) => service === evidence.service));
	if (accepted !== void 0) return overriddenStep(evidence, primaries, accepted);
	const slower = primaries.find((one) => one.verdict === "regressed" && isBeyondChance(one));
	const unnamed = overrides.find(({ hasMore }) => hasMore);
	if (primaries.some(({ verdict }) => verdict === "regressed" || verdict === "unproven") && unnamed !== void 0) return overriddenStep(evidence, primaries, unnamed);
	if (slower !== void 0) return step$1("regressed", slower);
	const faster = primaries.find((one) => one.verdict === "improved" && isOverLimit$1(one) && isBeyondChance(one));
	return faster === void 0 ? null : step$1("improved", faster);
}
/** The change as it was measured here; where that is none for the worse, as the pull request measured it. */
function overriddenStep({ service }, primaries, accepted) {
	const [worst] = primaries.toSorted((left, right) => worse(right) - worse(left));
	const measured = worst !== void 0 && worse(worst) > 0 ? worst.estimate?.changeRatio ?? null : null;
	const named = accepted.services.find((one) => one.service === service)?.changeRatio ?? 0;
	const { by, reason, pullRequest } = accepted;
	return {
		mark: {
			kind: "overridden",
			changeRatio: measured ?? named,
			series: worst === void 0 ? service : seriesText(worst),
			override: {
				by,
				reason,
				pullRequest
			}
		},
		comparison: worst ?? null,
		accepted
	};
}
function step$1(kind, comparison) {
	return {
		mark: {
			kind,
			changeRatio: comparison.estimate?.changeRatio ?? 0,
			series: seriesText(comparison),
			override: null
		},
		comparison,
		accepted: null
	};
}
function seriesText({ service, stat, metric }) {
	return `${service} ${stat} of ${metric}`;
}
/** The change for the worse: for throughput a fall is one. */
function worse({ estimate, better }) {
	const change = estimate?.changeRatio ?? 0;
	return worseBy({ better }, change);
}
// src/statistics/common-change.ts
/** With fewer series, chance alone moves all of them the same way. */
const MIN_SERIES = 5;
/** The share of the series that must move the same way. */
const MIN_SHARE = .8;
/** Smaller changes are noise on any machine. */
const MIN_MOVE_LOG = Math.log(1.02);
/**
* A note for each machine on which nearly all gated series changed the same way by a similar size (half to one and a half of
* their median). One cause is then more likely than many, and a slow machine is a possible cause. The common change is never
* subtracted, because a change to code that all services share looks the same.
*
* @returns a sentence for each service that shared such a machine
*/
function commonChanges(evidence) {
	const notes = /* @__PURE__ */ new Map();
	for (const services of machines(evidence)) {
		const note = noteOn(services);
		if (note !== null) for (const { service } of services) notes.set(service, note);
	}
	return notes;
}
/**
* Services by the machine of their candidate. Services whose two sides shared a machine are left out: there the machine cannot be
* the cause.
*/
function machines(evidence) {
	const apart = evidence.filter(({ design, candidateRuns }) => design !== "pairs" && design !== "runs" && candidateRuns.length > 0);
	const jobsOf = ({ candidateRuns }) => JSON.stringify([...new Set(candidateRuns.map(({ jobId }) => jobId))].toSorted());
	return [...groupBy(apart, jobsOf).values()];
}
function noteOn(services) {
	const moves = services.flatMap(({ comparisons }) => comparisons.flatMap(({ role, better, estimate }) => role === "other" || estimate === null ? [] : [worseBy({ better }, Math.log1p(estimate.changeRatio))]));
	if (moves.length < MIN_SERIES) return null;
	const centre = median(moves);
	const alike = moves.filter((move) => Math.abs(move - centre) <= Math.abs(centre) / 2);
	if (Math.abs(centre) < MIN_MOVE_LOG || alike.length < MIN_SHARE * moves.length) return null;
	const word = centre > 0 ? "slower" : "faster";
	const size = (100 * Math.abs(Math.expm1(centre))).toFixed(1);
	return text`The whole machine looks ${word}: ${alike.length} of ${moves.length} gated series became ${word} by about ${size} %. A change to something that all of them use looks the same, so nothing was subtracted. Run both versions in the same job, in turns, to tell the two apart.`;
}
// src/statistics/noise.ts
/**
* The smallest noise that is assumed: 0.5 %. Identical runs are a sign of few or rounded values, not of a machine without noise:
* bare metal measured 0.56 % (https://codspeed.io/blog/benchmarks-in-ci-without-noise).
*/
const NOISE_FLOOR_SD = .005;
/**
* The noise that is assumed when nothing is known: 5 % from run to run. We measured 3.4 to 6.2 % for p95 of the same code on a
* shared two-core machine.
*/
const ASSUMED_NOISE = {
	sd: .05,
	degreesOfFreedom: 10
};
/** With fewer stored runs than this, their noise is not known well enough. */
const MIN_HISTORY = 8;
/** The median of |x| for a standard normal x, qnorm(.75) in R: it turns a median absolute difference into a standard deviation. */
const NORMAL_QUARTILE = .6744897501960817;
/**
* Run-to-run noise, from the differences between neighbours. Unlike the plain standard deviation, it hardly changes with a slow
* drift or a single step in the series. The runs must be independent and in the order of time.
*
* @param logs natural logarithms, in the order of time
* @returns a standard deviation of logarithms, at least 0.005
* @throws RangeError when there are fewer than two values
*/
function successiveDifferenceSd(logs) {
	if (logs.length < 2) throw new RangeError("Successive differences need two values or more, found 1.");
	const [, ...later] = logs;
	const differences = later.map((log, index) => Math.abs(log - (logs[index] ?? log)));
	return Math.max(median(differences) / NORMAL_QUARTILE / Math.SQRT2, NOISE_FLOOR_SD);
}
/**
* The noise as the stored runs show it, apart from this comparison.
*
* @param historyLogs natural logarithms of stored runs, in the order of time; may be empty
* @param compared how many of the newest runs are compared with the candidate. They add no degrees of freedom here, because their
* spread is already in the comparison. If they counted twice, unchanged code would be "proven" to be slower 1.4 to 1.7 times as
* often as the level of .05 / 16 says, instead of 1.1 to 1.2 times (20 stored jobs, simulated)
* @returns null when fewer than eight runs are stored
*/
function noisePrior(historyLogs, compared = 0) {
	const [first, ...later] = historyLogs;
	if (first === void 0 || historyLogs.length < MIN_HISTORY) return null;
	return {
		sd: successiveDifferenceSd([first, ...later]),
		degreesOfFreedom: Math.min(10, Math.floor(Math.max(historyLogs.length - compared, 0) / 2))
	};
}
// src/statistics/running-median.ts
/** Values on each side: a window of seven. */
const HALF_WINDOW = 3;
/** The median of the values around each value, in their order: the level of a series at each position, without its outliers. */
function runningMedians(values) {
	return values.map((_, index) => median(values.slice(Math.max(0, index - HALF_WINDOW), index + HALF_WINDOW + 1)));
}
// src/statistics/student-t.ts
var import_jstat = /* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	(function(window, factory) {
		if (typeof exports === "object") module.exports = factory();
		else if (typeof define === "function" && define.amd) define(factory);
		else window.jStat = factory();
	})(this$1, function() {
		var jStat = function(Math, undefined) {
			var concat = Array.prototype.concat;
			var slice = Array.prototype.slice;
			var toString = Object.prototype.toString;
			function calcRdx(n, m) {
				var val = n > m ? n : m;
				return Math.pow(10, 17 - ~~(Math.log(val > 0 ? val : -val) * Math.LOG10E));
			}
			var isArray = Array.isArray || function isArray(arg) {
				return toString.call(arg) === "[object Array]";
			};
			function isFunction(arg) {
				return toString.call(arg) === "[object Function]";
			}
			function isNumber(num) {
				return typeof num === "number" ? num - num === 0 : false;
			}
			function toVector(arr) {
				return concat.apply([], arr);
			}
			function jStat() {
				return new jStat._init(arguments);
			}
			jStat.fn = jStat.prototype;
			jStat._init = function _init(args) {
				if (isArray(args[0])) {
					if (isArray(args[0][0])) {
						if (isFunction(args[1])) args[0] = jStat.map(args[0], args[1]);
						for (var i = 0; i < args[0].length; i++) this[i] = args[0][i];
						this.length = args[0].length;
					} else {
						this[0] = isFunction(args[1]) ? jStat.map(args[0], args[1]) : args[0];
						this.length = 1;
					}
				} else if (isNumber(args[0])) {
					this[0] = jStat.seq.apply(null, args);
					this.length = 1;
				} else if (args[0] instanceof jStat) return jStat(args[0].toArray());
				else {
					this[0] = [];
					this.length = 1;
				}
				return this;
			};
			jStat._init.prototype = jStat.prototype;
			jStat._init.constructor = jStat;
			jStat.utils = {
				calcRdx,
				isArray,
				isFunction,
				isNumber,
				toVector
			};
			jStat._random_fn = Math.random;
			jStat.setRandom = function setRandom(fn) {
				if (typeof fn !== "function") throw new TypeError("fn is not a function");
				jStat._random_fn = fn;
			};
			jStat.extend = function extend(obj) {
				var i, j;
				if (arguments.length === 1) {
					for (j in obj) jStat[j] = obj[j];
					return this;
				}
				for (i = 1; i < arguments.length; i++) for (j in arguments[i]) obj[j] = arguments[i][j];
				return obj;
			};
			jStat.rows = function rows(arr) {
				return arr.length || 1;
			};
			jStat.cols = function cols(arr) {
				return arr[0].length || 1;
			};
			jStat.dimensions = function dimensions(arr) {
				return {
					rows: jStat.rows(arr),
					cols: jStat.cols(arr)
				};
			};
			jStat.row = function row(arr, index) {
				if (isArray(index)) return index.map(function(i) {
					return jStat.row(arr, i);
				});
				return arr[index];
			};
			jStat.rowa = function rowa(arr, i) {
				return jStat.row(arr, i);
			};
			jStat.col = function col(arr, index) {
				if (isArray(index)) {
					var submat = jStat.arange(arr.length).map(function() {
						return new Array(index.length);
					});
					index.forEach(function(ind, i) {
						jStat.arange(arr.length).forEach(function(j) {
							submat[j][i] = arr[j][ind];
						});
					});
					return submat;
				}
				var column = new Array(arr.length);
				for (var i = 0; i < arr.length; i++) column[i] = [arr[i][index]];
				return column;
			};
			jStat.cola = function cola(arr, i) {
				return jStat.col(arr, i).map(function(a) {
					return a[0];
				});
			};
			jStat.diag = function diag(arr) {
				var nrow = jStat.rows(arr);
				var res = new Array(nrow);
				for (var row = 0; row < nrow; row++) res[row] = [arr[row][row]];
				return res;
			};
			jStat.antidiag = function antidiag(arr) {
				var nrow = jStat.rows(arr) - 1;
				var res = new Array(nrow);
				for (var i = 0; nrow >= 0; nrow--, i++) res[i] = [arr[i][nrow]];
				return res;
			};
			jStat.transpose = function transpose(arr) {
				var obj = [];
				var objArr, rows, cols, j, i;
				if (!isArray(arr[0])) arr = [arr];
				rows = arr.length;
				cols = arr[0].length;
				for (i = 0; i < cols; i++) {
					objArr = new Array(rows);
					for (j = 0; j < rows; j++) objArr[j] = arr[j][i];
					obj.push(objArr);
				}
				return obj.length === 1 ? obj[0] : obj;
			};
			jStat.map = function map(arr, func, toAlter) {
				var row, nrow, ncol, res, col;
				if (!isArray(arr[0])) arr = [arr];
				nrow = arr.length;
				ncol = arr[0].length;
				res = toAlter ? arr : new Array(nrow);
				for (row = 0; row < nrow; row++) {
					if (!res[row]) res[row] = new Array(ncol);
					for (col = 0; col < ncol; col++) res[row][col] = func(arr[row][col], row, col);
				}
				return res.length === 1 ? res[0] : res;
			};
			jStat.cumreduce = function cumreduce(arr, func, toAlter) {
				var row, nrow, ncol, res, col;
				if (!isArray(arr[0])) arr = [arr];
				nrow = arr.length;
				ncol = arr[0].length;
				res = toAlter ? arr : new Array(nrow);
				for (row = 0; row < nrow; row++) {
					if (!res[row]) res[row] = new Array(ncol);
					if (ncol > 0) res[row][0] = arr[row][0];
					for (col = 1; col < ncol; col++) res[row][col] = func(res[row][col - 1], arr[row][col]);
				}
				return res.length === 1 ? res[0] : res;
			};
			jStat.alter = function alter(arr, func) {
				return jStat.map(arr, func, true);
			};
			jStat.create = function create(rows, cols, func) {
				var res = new Array(rows);
				var i, j;
				if (isFunction(cols)) {
					func = cols;
					cols = rows;
				}
				for (i = 0; i < rows; i++) {
					res[i] = new Array(cols);
					for (j = 0; j < cols; j++) res[i][j] = func(i, j);
				}
				return res;
			};
			function retZero() {
				return 0;
			}
			jStat.zeros = function zeros(rows, cols) {
				if (!isNumber(cols)) cols = rows;
				return jStat.create(rows, cols, retZero);
			};
			function retOne() {
				return 1;
			}
			jStat.ones = function ones(rows, cols) {
				if (!isNumber(cols)) cols = rows;
				return jStat.create(rows, cols, retOne);
			};
			jStat.rand = function rand(rows, cols) {
				if (!isNumber(cols)) cols = rows;
				return jStat.create(rows, cols, jStat._random_fn);
			};
			function retIdent(i, j) {
				return i === j ? 1 : 0;
			}
			jStat.identity = function identity(rows, cols) {
				if (!isNumber(cols)) cols = rows;
				return jStat.create(rows, cols, retIdent);
			};
			jStat.symmetric = function symmetric(arr) {
				var size = arr.length;
				var row, col;
				if (arr.length !== arr[0].length) return false;
				for (row = 0; row < size; row++) for (col = 0; col < size; col++) if (arr[col][row] !== arr[row][col]) return false;
				return true;
			};
			jStat.clear = function clear(arr) {
				return jStat.alter(arr, retZero);
			};
			jStat.seq = function seq(min, max, length, func) {
				if (!isFunction(func)) func = false;
				var arr = [];
				var hival = calcRdx(min, max);
				var step = (max * hival - min * hival) / ((length - 1) * hival);
				var current = min;
				var cnt = 0;
				for (; current <= max && cnt < length; cnt++, current = (min * hival + step * hival * cnt) / hival) arr.push(func ? func(current, cnt) : current);
				return arr;
			};
			jStat.arange = function arange(start, end, step) {
				var rl = [];
				var i;
				step = step || 1;
				if (end === undefined) {
					end = start;
					start = 0;
				}
				if (start === end || step === 0) return [];
				if (start < end && step < 0) return [];
				if (start > end && step > 0) return [];
				if (step > 0) for (i = start; i < end; i += step) rl.push(i);
				else for (i = start; i > end; i += step) rl.push(i);
				return rl;
			};
			jStat.slice = function() {
				function _slice(list, start, end, step) {
					var i;
					var rl = [];
					var length = list.length;
					if (start === undefined && end === undefined && step === undefined) return jStat.copy(list);
					start = start || 0;
					end = end || list.length;
					start = start >= 0 ? start : length + start;
					end = end >= 0 ? end : length + end;
					step = step || 1;
					if (start === end || step === 0) return [];
					if (start < end && step < 0) return [];
					if (start > end && step > 0) return [];
					if (step > 0) for (i = start; i < end; i += step) rl.push(list[i]);
					else for (i = start; i > end; i += step) rl.push(list[i]);
					return rl;
				}
				function slice(list, rcSlice) {
					var colSlice, rowSlice;
					rcSlice = rcSlice || {};
					if (isNumber(rcSlice.row)) {
						if (isNumber(rcSlice.col)) return list[rcSlice.row][rcSlice.col];
						var row = jStat.rowa(list, rcSlice.row);
						colSlice = rcSlice.col || {};
						return _slice(row, colSlice.start, colSlice.end, colSlice.step);
					}
					if (isNumber(rcSlice.col)) {
						var col = jStat.cola(list, rcSlice.col);
						rowSlice = rcSlice.row || {};
						return _slice(col, rowSlice.start, rowSlice.end, rowSlice.step);
					}
					rowSlice = rcSlice.row || {};
					colSlice = rcSlice.col || {};
					return _slice(list, rowSlice.start, rowSlice.end, rowSlice.step).map(function(row) {
						return _slice(row, colSlice.start, colSlice.end, colSlice.step);
					});
				}
				return slice;
			}();
			jStat.sliceAssign = function sliceAssign(A, rcSlice, B) {
				var nl, ml;
				if (isNumber(rcSlice.row)) {
					if (isNumber(rcSlice.col)) return A[rcSlice.row][rcSlice.col] = B;
					rcSlice.col = rcSlice.col || {};
					rcSlice.col.start = rcSlice.col.start || 0;
					rcSlice.col.end = rcSlice.col.end || A[0].length;
					rcSlice.col.step = rcSlice.col.step || 1;
					nl = jStat.arange(rcSlice.col.start, Math.min(A.length, rcSlice.col.end), rcSlice.col.step);
					var m = rcSlice.row;
					nl.forEach(function(n, i) {
						A[m][n] = B[i];
					});
					return A;
				}
				if (isNumber(rcSlice.col)) {
					rcSlice.row = rcSlice.row || {};
					rcSlice.row.start = rcSlice.row.start || 0;
					rcSlice.row.end = rcSlice.row.end || A.length;
					rcSlice.row.step = rcSlice.row.step || 1;
					ml = jStat.arange(rcSlice.row.start, Math.min(A[0].length, rcSlice.row.end), rcSlice.row.step);
					var n = rcSlice.col;
					ml.forEach(function(m, j) {
						A[m][n] = B[j];
					});
					return A;
				}
				if (B[0].length === undefined) B = [B];
				rcSlice.row.start = rcSlice.row.start || 0;
				rcSlice.row.end = rcSlice.row.end || A.length;
				rcSlice.row.step = rcSlice.row.step || 1;
				rcSlice.col.start = rcSlice.col.start || 0;
				rcSlice.col.end = rcSlice.col.end || A[0].length;
				rcSlice.col.step = rcSlice.col.step || 1;
				ml = jStat.arange(rcSlice.row.start, Math.min(A.length, rcSlice.row.end), rcSlice.row.step);
				nl = jStat.arange(rcSlice.col.start, Math.min(A[0].length, rcSlice.col.end), rcSlice.col.step);
				ml.forEach(function(m, i) {
					nl.forEach(function(n, j) {
						A[m][n] = B[i][j];
					});
				});
				return A;
			};
			jStat.diagonal = function diagonal(diagArray) {
				var mat = jStat.zeros(diagArray.length, diagArray.length);
				diagArray.forEach(function(t, i) {
					mat[i][i] = t;
				});
				return mat;
			};
			jStat.copy = function copy(A) {
				return A.map(function(row) {
					if (isNumber(row)) return row;
					return row.map(function(t) {
						return t;
					});
				});
			};
			var jProto = jStat.prototype;
			jProto.length = 0;
			jProto.push = Array.prototype.push;
			jProto.sort = Array.prototype.sort;
			jProto.splice = Array.prototype.splice;
			jProto.slice = Array.prototype.slice;
			jProto.toArray = function toArray() {
				return this.length > 1 ? slice.call(this) : slice.call(this)[0];
			};
			jProto.map = function map(func, toAlter) {
				return jStat(jStat.map(this, func, toAlter));
			};
			jProto.cumreduce = function cumreduce(func, toAlter) {
				return jStat(jStat.cumreduce(this, func, toAlter));
			};
			jProto.alter = function alter(func) {
				jStat.alter(this, func);
				return this;
			};
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jProto[passfunc] = function(func) {
						var self = this, results;
						if (func) {
							setTimeout(function() {
								func.call(self, jProto[passfunc].call(self));
							});
							return this;
						}
						results = jStat[passfunc](this);
						return isArray(results) ? jStat(results) : results;
					};
				})(funcs[i]);
			})("transpose clear symmetric rows cols dimensions diag antidiag".split(" "));
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jProto[passfunc] = function(index, func) {
						var self = this;
						if (func) {
							setTimeout(function() {
								func.call(self, jProto[passfunc].call(self, index));
							});
							return this;
						}
						return jStat(jStat[passfunc](this, index));
					};
				})(funcs[i]);
			})("row col".split(" "));
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jProto[passfunc] = function() {
						return jStat(jStat[passfunc].apply(null, arguments));
					};
				})(funcs[i]);
			})("create zeros ones rand identity".split(" "));
			return jStat;
		}(Math);
		(function(jStat, Math) {
			var isFunction = jStat.utils.isFunction;
			function ascNum(a, b) {
				return a - b;
			}
			function clip(arg, min, max) {
				return Math.max(min, Math.min(arg, max));
			}
			jStat.sum = function sum(arr) {
				var sum = 0;
				var i = arr.length;
				while (--i >= 0) sum += arr[i];
				return sum;
			};
			jStat.sumsqrd = function sumsqrd(arr) {
				var sum = 0;
				var i = arr.length;
				while (--i >= 0) sum += arr[i] * arr[i];
				return sum;
			};
			jStat.sumsqerr = function sumsqerr(arr) {
				var mean = jStat.mean(arr);
				var sum = 0;
				var i = arr.length;
				var tmp;
				while (--i >= 0) {
					tmp = arr[i] - mean;
					sum += tmp * tmp;
				}
				return sum;
			};
			jStat.sumrow = function sumrow(arr) {
				var sum = 0;
				var i = arr.length;
				while (--i >= 0) sum += arr[i];
				return sum;
			};
			jStat.product = function product(arr) {
				var prod = 1;
				var i = arr.length;
				while (--i >= 0) prod *= arr[i];
				return prod;
			};
			jStat.min = function min(arr) {
				var low = arr[0];
				var i = 0;
				while (++i < arr.length) if (arr[i] < low) low = arr[i];
				return low;
			};
			jStat.max = function max(arr) {
				var high = arr[0];
				var i = 0;
				while (++i < arr.length) if (arr[i] > high) high = arr[i];
				return high;
			};
			jStat.unique = function unique(arr) {
				var hash = {}, _arr = [];
				for (var i = 0; i < arr.length; i++) if (!hash[arr[i]]) {
					hash[arr[i]] = true;
					_arr.push(arr[i]);
				}
				return _arr;
			};
			jStat.mean = function mean(arr) {
				return jStat.sum(arr) / arr.length;
			};
			jStat.meansqerr = function meansqerr(arr) {
				return jStat.sumsqerr(arr) / arr.length;
			};
			jStat.geomean = function geomean(arr) {
				var logs = arr.map(Math.log);
				var meanOfLogs = jStat.mean(logs);
				return Math.exp(meanOfLogs);
			};
			jStat.median = function median(arr) {
				var arrlen = arr.length;
				var _arr = arr.slice().sort(ascNum);
				return !(arrlen & 1) ? (_arr[arrlen / 2 - 1] + _arr[arrlen / 2]) / 2 : _arr[arrlen / 2 | 0];
			};
			jStat.cumsum = function cumsum(arr) {
				return jStat.cumreduce(arr, function(a, b) {
					return a + b;
				});
			};
			jStat.cumprod = function cumprod(arr) {
				return jStat.cumreduce(arr, function(a, b) {
					return a * b;
				});
			};
			jStat.diff = function diff(arr) {
				var diffs = [];
				var arrLen = arr.length;
				var i = 1;
				for (; i < arrLen; i++) diffs.push(arr[i] - arr[i - 1]);
				return diffs;
			};
			jStat.rank = function(arr) {
				var i;
				var distinctNumbers = [];
				var numberCounts = {};
				for (i = 0; i < arr.length; i++) {
					var number = arr[i];
					if (numberCounts[number]) numberCounts[number]++;
					else {
						numberCounts[number] = 1;
						distinctNumbers.push(number);
					}
				}
				var sortedDistinctNumbers = distinctNumbers.sort(ascNum);
				var numberRanks = {};
				var currentRank = 1;
				for (i = 0; i < sortedDistinctNumbers.length; i++) {
					var number = sortedDistinctNumbers[i];
					var count = numberCounts[number];
					numberRanks[number] = (currentRank + (currentRank + count - 1)) / 2;
					currentRank += count;
				}
				return arr.map(function(number) {
					return numberRanks[number];
				});
			};
			jStat.mode = function mode(arr) {
				var arrLen = arr.length;
				var _arr = arr.slice().sort(ascNum);
				var count = 1;
				var maxCount = 0;
				var numMaxCount = 0;
				var mode_arr = [];
				var i = 0;
				for (; i < arrLen; i++) if (_arr[i] === _arr[i + 1]) count++;
				else {
					if (count > maxCount) {
						mode_arr = [_arr[i]];
						maxCount = count;
						numMaxCount = 0;
					} else if (count === maxCount) {
						mode_arr.push(_arr[i]);
						numMaxCount++;
					}
					count = 1;
				}
				return numMaxCount === 0 ? mode_arr[0] : mode_arr;
			};
			jStat.range = function range(arr) {
				return jStat.max(arr) - jStat.min(arr);
			};
			jStat.variance = function variance(arr, flag) {
				return jStat.sumsqerr(arr) / (arr.length - (flag ? 1 : 0));
			};
			jStat.pooledvariance = function pooledvariance(arr) {
				return arr.reduce(function(a, samples) {
					return a + jStat.sumsqerr(samples);
				}, 0) / (arr.reduce(function(a, samples) {
					return a + samples.length;
				}, 0) - arr.length);
			};
			jStat.deviation = function(arr) {
				var mean = jStat.mean(arr);
				var arrlen = arr.length;
				var dev = new Array(arrlen);
				for (var i = 0; i < arrlen; i++) dev[i] = arr[i] - mean;
				return dev;
			};
			jStat.stdev = function stdev(arr, flag) {
				return Math.sqrt(jStat.variance(arr, flag));
			};
			jStat.pooledstdev = function pooledstdev(arr) {
				return Math.sqrt(jStat.pooledvariance(arr));
			};
			jStat.meandev = function meandev(arr) {
				var mean = jStat.mean(arr);
				var a = [];
				for (var i = arr.length - 1; i >= 0; i--) a.push(Math.abs(arr[i] - mean));
				return jStat.mean(a);
			};
			jStat.meddev = function meddev(arr) {
				var median = jStat.median(arr);
				var a = [];
				for (var i = arr.length - 1; i >= 0; i--) a.push(Math.abs(arr[i] - median));
				return jStat.median(a);
			};
			jStat.coeffvar = function coeffvar(arr) {
				return jStat.stdev(arr) / jStat.mean(arr);
			};
			jStat.quartiles = function quartiles(arr) {
				var arrlen = arr.length;
				var _arr = arr.slice().sort(ascNum);
				return [
					_arr[Math.round(arrlen / 4) - 1],
					_arr[Math.round(arrlen / 2) - 1],
					_arr[Math.round(arrlen * 3 / 4) - 1]
				];
			};
			jStat.quantiles = function quantiles(arr, quantilesArray, alphap, betap) {
				var sortedArray = arr.slice().sort(ascNum);
				var quantileVals = [quantilesArray.length];
				var n = arr.length;
				var i, p, m, aleph, k, gamma;
				if (typeof alphap === "undefined") alphap = 3 / 8;
				if (typeof betap === "undefined") betap = 3 / 8;
				for (i = 0; i < quantilesArray.length; i++) {
					p = quantilesArray[i];
					m = alphap + p * (1 - alphap - betap);
					aleph = n * p + m;
					k = Math.floor(clip(aleph, 1, n - 1));
					gamma = clip(aleph - k, 0, 1);
					quantileVals[i] = (1 - gamma) * sortedArray[k - 1] + gamma * sortedArray[k];
				}
				return quantileVals;
			};
			jStat.percentile = function percentile(arr, k, exclusive) {
				var _arr = arr.slice().sort(ascNum);
				var realIndex = k * (_arr.length + (exclusive ? 1 : -1)) + (exclusive ? 0 : 1);
				var index = parseInt(realIndex);
				var frac = realIndex - index;
				if (index + 1 < _arr.length) return _arr[index - 1] + frac * (_arr[index] - _arr[index - 1]);
				else return _arr[index - 1];
			};
			jStat.percentileOfScore = function percentileOfScore(arr, score, kind) {
				var counter = 0;
				var len = arr.length;
				var strict = false;
				var value, i;
				if (kind === "strict") strict = true;
				for (i = 0; i < len; i++) {
					value = arr[i];
					if (strict && value < score || !strict && value <= score) counter++;
				}
				return counter / len;
			};
			jStat.histogram = function histogram(arr, binCnt) {
				binCnt = binCnt || 4;
				var first = jStat.min(arr);
				var binWidth = (jStat.max(arr) - first) / binCnt;
				var len = arr.length;
				var bins = [];
				var i = 0;
				for (; i < binCnt; i++) bins[i] = 0;
				for (i = 0; i < len; i++) bins[Math.min(Math.floor((arr[i] - first) / binWidth), binCnt - 1)] += 1;
				return bins;
			};
			jStat.covariance = function covariance(arr1, arr2) {
				var u = jStat.mean(arr1);
				var v = jStat.mean(arr2);
				var arr1Len = arr1.length;
				var sq_dev = new Array(arr1Len);
				var i = 0;
				for (; i < arr1Len; i++) sq_dev[i] = (arr1[i] - u) * (arr2[i] - v);
				return jStat.sum(sq_dev) / (arr1Len - 1);
			};
			jStat.corrcoeff = function corrcoeff(arr1, arr2) {
				return jStat.covariance(arr1, arr2) / jStat.stdev(arr1, 1) / jStat.stdev(arr2, 1);
			};
			jStat.spearmancoeff = function(arr1, arr2) {
				arr1 = jStat.rank(arr1);
				arr2 = jStat.rank(arr2);
				return jStat.corrcoeff(arr1, arr2);
			};
			jStat.stanMoment = function stanMoment(arr, n) {
				var mu = jStat.mean(arr);
				var sigma = jStat.stdev(arr);
				var len = arr.length;
				var skewSum = 0;
				for (var i = 0; i < len; i++) skewSum += Math.pow((arr[i] - mu) / sigma, n);
				return skewSum / arr.length;
			};
			jStat.skewness = function skewness(arr) {
				return jStat.stanMoment(arr, 3);
			};
			jStat.kurtosis = function kurtosis(arr) {
				return jStat.stanMoment(arr, 4) - 3;
			};
			var jProto = jStat.prototype;
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jProto[passfunc] = function(fullbool, func) {
						var arr = [];
						var i = 0;
						var tmpthis = this;
						if (isFunction(fullbool)) {
							func = fullbool;
							fullbool = false;
						}
						if (func) {
							setTimeout(function() {
								func.call(tmpthis, jProto[passfunc].call(tmpthis, fullbool));
							});
							return this;
						}
						if (this.length > 1) {
							tmpthis = fullbool === true ? this : this.transpose();
							for (; i < tmpthis.length; i++) arr[i] = jStat[passfunc](tmpthis[i]);
							return arr;
						}
						return jStat[passfunc](this[0], fullbool);
					};
				})(funcs[i]);
			})("cumsum cumprod".split(" "));
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jProto[passfunc] = function(fullbool, func) {
						var arr = [];
						var i = 0;
						var tmpthis = this;
						if (isFunction(fullbool)) {
							func = fullbool;
							fullbool = false;
						}
						if (func) {
							setTimeout(function() {
								func.call(tmpthis, jProto[passfunc].call(tmpthis, fullbool));
							});
							return this;
						}
						if (this.length > 1) {
							if (passfunc !== "sumrow") tmpthis = fullbool === true ? this : this.transpose();
							for (; i < tmpthis.length; i++) arr[i] = jStat[passfunc](tmpthis[i]);
							return fullbool === true ? jStat[passfunc](jStat.utils.toVector(arr)) : arr;
						}
						return jStat[passfunc](this[0], fullbool);
					};
				})(funcs[i]);
			})("sum sumsqrd sumsqerr sumrow product min max unique mean meansqerr geomean median diff rank mode range variance deviation stdev meandev meddev coeffvar quartiles histogram skewness kurtosis".split(" "));
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jProto[passfunc] = function() {
						var arr = [];
						var i = 0;
						var tmpthis = this;
						var args = Array.prototype.slice.call(arguments);
						var callbackFunction;
						if (isFunction(args[args.length - 1])) {
							callbackFunction = args[args.length - 1];
							var argsToPass = args.slice(0, args.length - 1);
							setTimeout(function() {
								callbackFunction.call(tmpthis, jProto[passfunc].apply(tmpthis, argsToPass));
							});
							return this;
						} else {
							callbackFunction = void 0;
							var curriedFunction = function curriedFunction(vector) {
								return jStat[passfunc].apply(tmpthis, [vector].concat(args));
							};
						}
						if (this.length > 1) {
							tmpthis = tmpthis.transpose();
							for (; i < tmpthis.length; i++) arr[i] = curriedFunction(tmpthis[i]);
							return arr;
						}
						return curriedFunction(this[0]);
					};
				})(funcs[i]);
			})("quantiles percentileOfScore".split(" "));
		})(jStat, Math);
		(function(jStat, Math) {
			jStat.gammaln = function gammaln(x) {
				var j = 0;
				var cof = [
					76.18009172947146,
					-86.50532032941678,
					24.01409824083091,
					-1.231739572450155,
					.001208650973866179,
					-5395239384953e-18
				];
				var ser = 1.000000000190015;
				var xx, y, tmp = (y = xx = x) + 5.5;
				tmp -= (xx + .5) * Math.log(tmp);
				for (; j < 6; j++) ser += cof[j] / ++y;
				return Math.log(2.5066282746310007 * ser / xx) - tmp;
			};
			jStat.loggam = function loggam(x) {
				var x0, x2, xp, gl, gl0;
				var k, n;
				var a = [
					.08333333333333333,
					-.002777777777777778,
					.0007936507936507937,
					-.0005952380952380952,
					.0008417508417508418,
					-.001917526917526918,
					.00641025641025641,
					-.02955065359477124,
					.1796443723688307,
					-1.3924322169059
				];
				x0 = x;
				n = 0;
				if (x == 1 || x == 2) return 0;
				if (x <= 7) {
					n = Math.floor(7 - x);
					x0 = x + n;
				}
				x2 = 1 / (x0 * x0);
				xp = 2 * Math.PI;
				gl0 = a[9];
				for (k = 8; k >= 0; k--) {
					gl0 *= x2;
					gl0 += a[k];
				}
				gl = gl0 / x0 + .5 * Math.log(xp) + (x0 - .5) * Math.log(x0) - x0;
				if (x <= 7) for (k = 1; k <= n; k++) {
					gl -= Math.log(x0 - 1);
					x0 -= 1;
				}
				return gl;
			};
			jStat.gammafn = function gammafn(x) {
				var p = [
					-1.716185138865495,
					24.76565080557592,
					-379.80425647094563,
					629.3311553128184,
					866.9662027904133,
					-31451.272968848367,
					-36144.413418691176,
					66456.14382024054
				];
				var q = [
					-30.8402300119739,
					315.35062697960416,
					-1015.1563674902192,
					-3107.771671572311,
					22538.11842098015,
					4755.846277527881,
					-134659.9598649693,
					-115132.2596755535
				];
				var fact = false;
				var n = 0;
				var xden = 0;
				var xnum = 0;
				var y = x;
				var i, z, yi, res;
				if (x > 171.6243769536076) return 1e400;
				if (y <= 0) {
					res = y % 1 + 36e-17;
					if (res) {
						fact = (!(y & 1) ? 1 : -1) * Math.PI / Math.sin(Math.PI * res);
						y = 1 - y;
					} else return 1e400;
				}
				yi = y;
				if (y < 1) z = y++;
				else z = (y -= n = (y | 0) - 1) - 1;
				for (i = 0; i < 8; ++i) {
					xnum = (xnum + p[i]) * z;
					xden = xden * z + q[i];
				}
				res = xnum / xden + 1;
				if (yi < y) res /= yi;
				else if (yi > y) for (i = 0; i < n; ++i) {
					res *= y;
					y++;
				}
				if (fact) res = fact / res;
				return res;
			};
			jStat.gammap = function gammap(a, x) {
				return jStat.lowRegGamma(a, x) * jStat.gammafn(a);
			};
			jStat.lowRegGamma = function lowRegGamma(a, x) {
				var aln = jStat.gammaln(a);
				var ap = a;
				var sum = 1 / a;
				var del = sum;
				var b = x + 1 - a;
				var c = 1 / 1e-30;
				var d = 1 / b;
				var h = d;
				var i = 1;
				var ITMAX = -~(Math.log(a >= 1 ? a : 1 / a) * 8.5 + a * .4 + 17);
				var an;
				if (x < 0 || a <= 0) return NaN;
				else if (x < a + 1) {
					for (; i <= ITMAX; i++) sum += del *= x / ++ap;
					return sum * Math.exp(-x + a * Math.log(x) - aln);
				}
				for (; i <= ITMAX; i++) {
					an = -i * (i - a);
					b += 2;
					d = an * d + b;
					c = b + an / c;
					d = 1 / d;
					h *= d * c;
				}
				return 1 - h * Math.exp(-x + a * Math.log(x) - aln);
			};
			jStat.factorialln = function factorialln(n) {
				return n < 0 ? NaN : jStat.gammaln(n + 1);
			};
			jStat.factorial = function factorial(n) {
				return n < 0 ? NaN : jStat.gammafn(n + 1);
			};
			jStat.combination = function combination(n, m) {
				return n > 170 || m > 170 ? Math.exp(jStat.combinationln(n, m)) : jStat.factorial(n) / jStat.factorial(m) / jStat.factorial(n - m);
			};
			jStat.combinationln = function combinationln(n, m) {
				return jStat.factorialln(n) - jStat.factorialln(m) - jStat.factorialln(n - m);
			};
			jStat.permutation = function permutation(n, m) {
				return jStat.factorial(n) / jStat.factorial(n - m);
			};
			jStat.betafn = function betafn(x, y) {
				if (x <= 0 || y <= 0) return void 0;
				return x + y > 170 ? Math.exp(jStat.betaln(x, y)) : jStat.gammafn(x) * jStat.gammafn(y) / jStat.gammafn(x + y);
			};
			jStat.betaln = function betaln(x, y) {
				return jStat.gammaln(x) + jStat.gammaln(y) - jStat.gammaln(x + y);
			};
			jStat.betacf = function betacf(x, a, b) {
				var fpmin = 1e-30;
				var m = 1;
				var qab = a + b;
				var qap = a + 1;
				var qam = a - 1;
				var c = 1;
				var d = 1 - qab * x / qap;
				var m2, aa, del, h;
				if (Math.abs(d) < fpmin) d = fpmin;
				d = 1 / d;
				h = d;
				for (; m <= 100; m++) {
					m2 = 2 * m;
					aa = m * (b - m) * x / ((qam + m2) * (a + m2));
					d = 1 + aa * d;
					if (Math.abs(d) < fpmin) d = fpmin;
					c = 1 + aa / c;
					if (Math.abs(c) < fpmin) c = fpmin;
					d = 1 / d;
					h *= d * c;
					aa = -(a + m) * (qab + m) * x / ((a + m2) * (qap + m2));
					d = 1 + aa * d;
					if (Math.abs(d) < fpmin) d = fpmin;
					c = 1 + aa / c;
					if (Math.abs(c) < fpmin) c = fpmin;
					d = 1 / d;
					del = d * c;
					h *= del;
					if (Math.abs(del - 1) < 3e-7) break;
				}
				return h;
			};
			jStat.gammapinv = function gammapinv(p, a) {
				var j = 0;
				var a1 = a - 1;
				var EPS = 1e-8;
				var gln = jStat.gammaln(a);
				var x, err, t, u, pp, lna1, afac;
				if (p >= 1) return Math.max(100, a + 100 * Math.sqrt(a));
				if (p <= 0) return 0;
				if (a > 1) {
					lna1 = Math.log(a1);
					afac = Math.exp(a1 * (lna1 - 1) - gln);
					pp = p < .5 ? p : 1 - p;
					t = Math.sqrt(-2 * Math.log(pp));
					x = (2.30753 + t * .27061) / (1 + t * (.99229 + t * .04481)) - t;
					if (p < .5) x = -x;
					x = Math.max(.001, a * Math.pow(1 - 1 / (9 * a) - x / (3 * Math.sqrt(a)), 3));
				} else {
					t = 1 - a * (.253 + a * .12);
					if (p < t) x = Math.pow(p / t, 1 / a);
					else x = 1 - Math.log(1 - (p - t) / (1 - t));
				}
				for (; j < 12; j++) {
					if (x <= 0) return 0;
					err = jStat.lowRegGamma(a, x) - p;
					if (a > 1) t = afac * Math.exp(-(x - a1) + a1 * (Math.log(x) - lna1));
					else t = Math.exp(-x + a1 * Math.log(x) - gln);
					u = err / t;
					x -= t = u / (1 - .5 * Math.min(1, u * ((a - 1) / x - 1)));
					if (x <= 0) x = .5 * (x + t);
					if (Math.abs(t) < EPS * x) break;
				}
				return x;
			};
			jStat.erf = function erf(x) {
				var cof = [
					-1.3026537197817094,
					.6419697923564902,
					.019476473204185836,
					-.00956151478680863,
					-.000946595344482036,
					.000366839497852761,
					42523324806907e-18,
					-20278578112534e-18,
					-1624290004647e-18,
					130365583558e-17,
					1.5626441722e-8,
					-8.5238095915e-8,
					6.529054439e-9,
					5.059343495e-9,
					-991364156e-18,
					-227365122e-18,
					96467911e-18,
					2394038e-18,
					-6886027e-18,
					894487e-18,
					313092e-18,
					-112708e-18,
					381e-18,
					7106e-18,
					-1523e-18,
					-94e-18,
					121e-18,
					-28e-18
				];
				var j = cof.length - 1;
				var isneg = false;
				var d = 0;
				var dd = 0;
				var t, ty, tmp, res;
				if (x < 0) {
					x = -x;
					isneg = true;
				}
				t = 2 / (2 + x);
				ty = 4 * t - 2;
				for (; j > 0; j--) {
					tmp = d;
					d = ty * d - dd + cof[j];
					dd = tmp;
				}
				res = t * Math.exp(-x * x + .5 * (cof[0] + ty * d) - dd);
				return isneg ? res - 1 : 1 - res;
			};
			jStat.erfc = function erfc(x) {
				return 1 - jStat.erf(x);
			};
			jStat.erfcinv = function erfcinv(p) {
				var j = 0;
				var x, err, t, pp;
				if (p >= 2) return -100;
				if (p <= 0) return 100;
				pp = p < 1 ? p : 2 - p;
				t = Math.sqrt(-2 * Math.log(pp / 2));
				x = -.70711 * ((2.30753 + t * .27061) / (1 + t * (.99229 + t * .04481)) - t);
				for (; j < 2; j++) {
					err = jStat.erfc(x) - pp;
					x += err / (1.1283791670955126 * Math.exp(-x * x) - x * err);
				}
				return p < 1 ? x : -x;
			};
			jStat.ibetainv = function ibetainv(p, a, b) {
				var EPS = 1e-8;
				var a1 = a - 1;
				var b1 = b - 1;
				var j = 0;
				var lna, lnb, pp, t, u, err, x, al, h, w, afac;
				if (p <= 0) return 0;
				if (p >= 1) return 1;
				if (a >= 1 && b >= 1) {
					pp = p < .5 ? p : 1 - p;
					t = Math.sqrt(-2 * Math.log(pp));
					x = (2.30753 + t * .27061) / (1 + t * (.99229 + t * .04481)) - t;
					if (p < .5) x = -x;
					al = (x * x - 3) / 6;
					h = 2 / (1 / (2 * a - 1) + 1 / (2 * b - 1));
					w = x * Math.sqrt(al + h) / h - (1 / (2 * b - 1) - 1 / (2 * a - 1)) * (al + 5 / 6 - 2 / (3 * h));
					x = a / (a + b * Math.exp(2 * w));
				} else {
					lna = Math.log(a / (a + b));
					lnb = Math.log(b / (a + b));
					t = Math.exp(a * lna) / a;
					u = Math.exp(b * lnb) / b;
					w = t + u;
					if (p < t / w) x = Math.pow(a * w * p, 1 / a);
					else x = 1 - Math.pow(b * w * (1 - p), 1 / b);
				}
				afac = -jStat.gammaln(a) - jStat.gammaln(b) + jStat.gammaln(a + b);
				for (; j < 10; j++) {
					if (x === 0 || x === 1) return x;
					err = jStat.ibeta(x, a, b) - p;
					t = Math.exp(a1 * Math.log(x) + b1 * Math.log(1 - x) + afac);
					u = err / t;
					x -= t = u / (1 - .5 * Math.min(1, u * (a1 / x - b1 / (1 - x))));
					if (x <= 0) x = .5 * (x + t);
					if (x >= 1) x = .5 * (x + t + 1);
					if (Math.abs(t) < EPS * x && j > 0) break;
				}
				return x;
			};
			jStat.ibeta = function ibeta(x, a, b) {
				var bt = x === 0 || x === 1 ? 0 : Math.exp(jStat.gammaln(a + b) - jStat.gammaln(a) - jStat.gammaln(b) + a * Math.log(x) + b * Math.log(1 - x));
				if (x < 0 || x > 1) return false;
				if (x < (a + 1) / (a + b + 2)) return bt * jStat.betacf(x, a, b) / a;
				return 1 - bt * jStat.betacf(1 - x, b, a) / b;
			};
			jStat.randn = function randn(n, m) {
				var u, v, x, y, q;
				if (!m) m = n;
				if (n) return jStat.create(n, m, function() {
					return jStat.randn();
				});
				do {
					u = jStat._random_fn();
					v = 1.7156 * (jStat._random_fn() - .5);
					x = u - .449871;
					y = Math.abs(v) + .386595;
					q = x * x + y * (.196 * y - .25472 * x);
				} while (q > .27597 && (q > .27846 || v * v > -4 * Math.log(u) * u * u));
				return v / u;
			};
			jStat.randg = function randg(shape, n, m) {
				var oalph = shape;
				var a1, a2, u, v, x, mat;
				if (!m) m = n;
				if (!shape) shape = 1;
				if (n) {
					mat = jStat.zeros(n, m);
					mat.alter(function() {
						return jStat.randg(shape);
					});
					return mat;
				}
				if (shape < 1) shape += 1;
				a1 = shape - 1 / 3;
				a2 = 1 / Math.sqrt(9 * a1);
				do {
					do {
						x = jStat.randn();
						v = 1 + a2 * x;
					} while (v <= 0);
					v = v * v * v;
					u = jStat._random_fn();
				} while (u > 1 - .331 * Math.pow(x, 4) && Math.log(u) > .5 * x * x + a1 * (1 - v + Math.log(v)));
				if (shape == oalph) return a1 * v;
				do
					u = jStat._random_fn();
				while (u === 0);
				return Math.pow(u, 1 / oalph) * a1 * v;
			};
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jStat.fn[passfunc] = function() {
						return jStat(jStat.map(this, function(value) {
							return jStat[passfunc](value);
						}));
					};
				})(funcs[i]);
			})("gammaln gammafn factorial factorialln".split(" "));
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jStat.fn[passfunc] = function() {
						return jStat(jStat[passfunc].apply(null, arguments));
					};
				})(funcs[i]);
			})("randn".split(" "));
		})(jStat, Math);
		(function(jStat, Math) {
			(function(list) {
				for (var i = 0; i < list.length; i++) (function(func) {
					jStat[func] = function f(a, b, c) {
						if (!(this instanceof f)) return new f(a, b, c);
						this._a = a;
						this._b = b;
						this._c = c;
						return this;
					};
					jStat.fn[func] = function(a, b, c) {
						var newthis = jStat[func](a, b, c);
						newthis.data = this;
						return newthis;
					};
					jStat[func].prototype.sample = function(arr) {
						var a = this._a;
						var b = this._b;
						var c = this._c;
						if (arr) return jStat.alter(arr, function() {
							return jStat[func].sample(a, b, c);
						});
						else return jStat[func].sample(a, b, c);
					};
					(function(vals) {
						for (var i = 0; i < vals.length; i++) (function(fnfunc) {
							jStat[func].prototype[fnfunc] = function(x) {
								var a = this._a;
								var b = this._b;
								var c = this._c;
								if (!x && x !== 0) x = this.data;
								if (typeof x !== "number") return jStat.fn.map.call(x, function(x) {
									return jStat[func][fnfunc](x, a, b, c);
								});
								return jStat[func][fnfunc](x, a, b, c);
							};
						})(vals[i]);
					})("pdf cdf inv".split(" "));
					(function(vals) {
						for (var i = 0; i < vals.length; i++) (function(fnfunc) {
							jStat[func].prototype[fnfunc] = function() {
								return jStat[func][fnfunc](this._a, this._b, this._c);
							};
						})(vals[i]);
					})("mean median mode variance".split(" "));
				})(list[i]);
			})("beta centralF cauchy chisquare exponential gamma invgamma kumaraswamy laplace lognormal noncentralt normal pareto studentt weibull uniform binomial negbin hypgeom poisson triangular tukey arcsine".split(" "));
			jStat.extend(jStat.beta, {
				pdf: function pdf(x, alpha, beta) {
					if (x > 1 || x < 0) return 0;
					if (alpha == 1 && beta == 1) return 1;
					if (alpha < 512 && beta < 512) return Math.pow(x, alpha - 1) * Math.pow(1 - x, beta - 1) / jStat.betafn(alpha, beta);
					else return Math.exp((alpha - 1) * Math.log(x) + (beta - 1) * Math.log(1 - x) - jStat.betaln(alpha, beta));
				},
				cdf: function cdf(x, alpha, beta) {
					return x > 1 || x < 0 ? (x > 1) * 1 : jStat.ibeta(x, alpha, beta);
				},
				inv: function inv(x, alpha, beta) {
					return jStat.ibetainv(x, alpha, beta);
				},
				mean: function mean(alpha, beta) {
					return alpha / (alpha + beta);
				},
				median: function median(alpha, beta) {
					return jStat.ibetainv(.5, alpha, beta);
				},
				mode: function mode(alpha, beta) {
					return (alpha - 1) / (alpha + beta - 2);
				},
				sample: function sample(alpha, beta) {
					var u = jStat.randg(alpha);
					return u / (u + jStat.randg(beta));
				},
				variance: function variance(alpha, beta) {
					return alpha * beta / (Math.pow(alpha + beta, 2) * (alpha + beta + 1));
				}
			});
			jStat.extend(jStat.centralF, {
				pdf: function pdf(x, df1, df2) {
					var p, q, f;
					if (x < 0) return 0;
					if (df1 <= 2) {
						if (x === 0 && df1 < 2) return 1e400;
						if (x === 0 && df1 === 2) return 1;
						return 1 / jStat.betafn(df1 / 2, df2 / 2) * Math.pow(df1 / df2, df1 / 2) * Math.pow(x, df1 / 2 - 1) * Math.pow(1 + df1 / df2 * x, -(df1 + df2) / 2);
					}
					p = df1 * x / (df2 + x * df1);
					q = df2 / (df2 + x * df1);
					f = df1 * q / 2;
					return f * jStat.binomial.pdf((df1 - 2) / 2, (df1 + df2 - 2) / 2, p);
				},
				cdf: function cdf(x, df1, df2) {
					if (x < 0) return 0;
					return jStat.ibeta(df1 * x / (df1 * x + df2), df1 / 2, df2 / 2);
				},
				inv: function inv(x, df1, df2) {
					return df2 / (df1 * (1 / jStat.ibetainv(x, df1 / 2, df2 / 2) - 1));
				},
				mean: function mean(df1, df2) {
					return df2 > 2 ? df2 / (df2 - 2) : void 0;
				},
				mode: function mode(df1, df2) {
					return df1 > 2 ? df2 * (df1 - 2) / (df1 * (df2 + 2)) : void 0;
				},
				sample: function sample(df1, df2) {
					var x1 = jStat.randg(df1 / 2) * 2;
					var x2 = jStat.randg(df2 / 2) * 2;
					return x1 / df1 / (x2 / df2);
				},
				variance: function variance(df1, df2) {
					if (df2 <= 4) return void 0;
					return 2 * df2 * df2 * (df1 + df2 - 2) / (df1 * (df2 - 2) * (df2 - 2) * (df2 - 4));
				}
			});
			jStat.extend(jStat.cauchy, {
				pdf: function pdf(x, local, scale) {
					if (scale < 0) return 0;
					return scale / (Math.pow(x - local, 2) + Math.pow(scale, 2)) / Math.PI;
				},
				cdf: function cdf(x, local, scale) {
					return Math.atan((x - local) / scale) / Math.PI + .5;
				},
				inv: function(p, local, scale) {
					return local + scale * Math.tan(Math.PI * (p - .5));
				},
				median: function median(local) {
					return local;
				},
				mode: function mode(local) {
					return local;
				},
				sample: function sample(local, scale) {
					return jStat.randn() * Math.sqrt(1 / (2 * jStat.randg(.5))) * scale + local;
				}
			});
			jStat.extend(jStat.chisquare, {
				pdf: function pdf(x, dof) {
					if (x < 0) return 0;
					return x === 0 && dof === 2 ? .5 : Math.exp((dof / 2 - 1) * Math.log(x) - x / 2 - dof / 2 * Math.log(2) - jStat.gammaln(dof / 2));
				},
				cdf: function cdf(x, dof) {
					if (x < 0) return 0;
					return jStat.lowRegGamma(dof / 2, x / 2);
				},
				inv: function(p, dof) {
					return 2 * jStat.gammapinv(p, .5 * dof);
				},
				mean: function(dof) {
					return dof;
				},
				median: function median(dof) {
					return dof * Math.pow(1 - 2 / (9 * dof), 3);
				},
				mode: function mode(dof) {
					return dof - 2 > 0 ? dof - 2 : 0;
				},
				sample: function sample(dof) {
					return jStat.randg(dof / 2) * 2;
				},
				variance: function variance(dof) {
					return 2 * dof;
				}
			});
			jStat.extend(jStat.exponential, {
				pdf: function pdf(x, rate) {
					return x < 0 ? 0 : rate * Math.exp(-rate * x);
				},
				cdf: function cdf(x, rate) {
					return x < 0 ? 0 : 1 - Math.exp(-rate * x);
				},
				inv: function(p, rate) {
					return -Math.log(1 - p) / rate;
				},
				mean: function(rate) {
					return 1 / rate;
				},
				median: function(rate) {
					return 1 / rate * Math.log(2);
				},
				mode: function mode() {
					return 0;
				},
				sample: function sample(rate) {
					return -1 / rate * Math.log(jStat._random_fn());
				},
				variance: function(rate) {
					return Math.pow(rate, -2);
				}
			});
			jStat.extend(jStat.gamma, {
				pdf: function pdf(x, shape, scale) {
					if (x < 0) return 0;
					return x === 0 && shape === 1 ? 1 / scale : Math.exp((shape - 1) * Math.log(x) - x / scale - jStat.gammaln(shape) - shape * Math.log(scale));
				},
				cdf: function cdf(x, shape, scale) {
					if (x < 0) return 0;
					return jStat.lowRegGamma(shape, x / scale);
				},
				inv: function(p, shape, scale) {
					return jStat.gammapinv(p, shape) * scale;
				},
				mean: function(shape, scale) {
					return shape * scale;
				},
				mode: function mode(shape, scale) {
					if (shape > 1) return (shape - 1) * scale;
				},
				sample: function sample(shape, scale) {
					return jStat.randg(shape) * scale;
				},
				variance: function variance(shape, scale) {
					return shape * scale * scale;
				}
			});
			jStat.extend(jStat.invgamma, {
				pdf: function pdf(x, shape, scale) {
					if (x <= 0) return 0;
					return Math.exp(-(shape + 1) * Math.log(x) - scale / x - jStat.gammaln(shape) + shape * Math.log(scale));
				},
				cdf: function cdf(x, shape, scale) {
					if (x <= 0) return 0;
					return 1 - jStat.lowRegGamma(shape, scale / x);
				},
				inv: function(p, shape, scale) {
					return scale / jStat.gammapinv(1 - p, shape);
				},
				mean: function(shape, scale) {
					return shape > 1 ? scale / (shape - 1) : void 0;
				},
				mode: function mode(shape, scale) {
					return scale / (shape + 1);
				},
				sample: function sample(shape, scale) {
					return scale / jStat.randg(shape);
				},
				variance: function variance(shape, scale) {
					if (shape <= 2) return void 0;
					return scale * scale / ((shape - 1) * (shape - 1) * (shape - 2));
				}
			});
			jStat.extend(jStat.kumaraswamy, {
				pdf: function pdf(x, alpha, beta) {
					if (x === 0 && alpha === 1) return beta;
					else if (x === 1 && beta === 1) return alpha;
					return Math.exp(Math.log(alpha) + Math.log(beta) + (alpha - 1) * Math.log(x) + (beta - 1) * Math.log(1 - Math.pow(x, alpha)));
				},
				cdf: function cdf(x, alpha, beta) {
					if (x < 0) return 0;
					else if (x > 1) return 1;
					return 1 - Math.pow(1 - Math.pow(x, alpha), beta);
				},
				inv: function inv(p, alpha, beta) {
					return Math.pow(1 - Math.pow(1 - p, 1 / beta), 1 / alpha);
				},
				mean: function(alpha, beta) {
					return beta * jStat.gammafn(1 + 1 / alpha) * jStat.gammafn(beta) / jStat.gammafn(1 + 1 / alpha + beta);
				},
				median: function median(alpha, beta) {
					return Math.pow(1 - Math.pow(2, -1 / beta), 1 / alpha);
				},
				mode: function mode(alpha, beta) {
					if (!(alpha >= 1 && beta >= 1 && alpha !== 1 && beta !== 1)) return void 0;
					return Math.pow((alpha - 1) / (alpha * beta - 1), 1 / alpha);
				},
				variance: function variance() {
					throw new Error("variance not yet implemented");
				}
			});
			jStat.extend(jStat.lognormal, {
				pdf: function pdf(x, mu, sigma) {
					if (x <= 0) return 0;
					return Math.exp(-Math.log(x) - .5 * Math.log(2 * Math.PI) - Math.log(sigma) - Math.pow(Math.log(x) - mu, 2) / (2 * sigma * sigma));
				},
				cdf: function cdf(x, mu, sigma) {
					if (x < 0) return 0;
					return .5 + .5 * jStat.erf((Math.log(x) - mu) / Math.sqrt(2 * sigma * sigma));
				},
				inv: function(p, mu, sigma) {
					return Math.exp(-1.4142135623730951 * sigma * jStat.erfcinv(2 * p) + mu);
				},
				mean: function mean(mu, sigma) {
					return Math.exp(mu + sigma * sigma / 2);
				},
				median: function median(mu) {
					return Math.exp(mu);
				},
				mode: function mode(mu, sigma) {
					return Math.exp(mu - sigma * sigma);
				},
				sample: function sample(mu, sigma) {
					return Math.exp(jStat.randn() * sigma + mu);
				},
				variance: function variance(mu, sigma) {
					return (Math.exp(sigma * sigma) - 1) * Math.exp(2 * mu + sigma * sigma);
				}
			});
			jStat.extend(jStat.noncentralt, {
				pdf: function pdf(x, dof, ncp) {
					var tol = 1e-14;
					if (Math.abs(ncp) < tol) return jStat.studentt.pdf(x, dof);
					if (Math.abs(x) < tol) return Math.exp(jStat.gammaln((dof + 1) / 2) - ncp * ncp / 2 - .5 * Math.log(Math.PI * dof) - jStat.gammaln(dof / 2));
					return dof / x * (jStat.noncentralt.cdf(x * Math.sqrt(1 + 2 / dof), dof + 2, ncp) - jStat.noncentralt.cdf(x, dof, ncp));
				},
				cdf: function cdf(x, dof, ncp) {
					var tol = 1e-14;
					var min_iterations = 200;
					if (Math.abs(ncp) < tol) return jStat.studentt.cdf(x, dof);
					var flip = false;
					if (x < 0) {
						flip = true;
						ncp = -ncp;
					}
					var prob = jStat.normal.cdf(-ncp, 0, 1);
					var value = tol + 1;
					var lastvalue = value;
					var y = x * x / (x * x + dof);
					var j = 0;
					var p = Math.exp(-ncp * ncp / 2);
					var q = Math.exp(-ncp * ncp / 2 - .5 * Math.log(2) - jStat.gammaln(3 / 2)) * ncp;
					while (j < min_iterations || lastvalue > tol || value > tol) {
						lastvalue = value;
						if (j > 0) {
							p *= ncp * ncp / (2 * j);
							q *= ncp * ncp / (2 * (j + 1 / 2));
						}
						value = p * jStat.beta.cdf(y, j + .5, dof / 2) + q * jStat.beta.cdf(y, j + 1, dof / 2);
						prob += .5 * value;
						j++;
					}
					return flip ? 1 - prob : prob;
				}
			});
			jStat.extend(jStat.normal, {
				pdf: function pdf(x, mean, std) {
					return Math.exp(-.5 * Math.log(2 * Math.PI) - Math.log(std) - Math.pow(x - mean, 2) / (2 * std * std));
				},
				cdf: function cdf(x, mean, std) {
					return .5 * (1 + jStat.erf((x - mean) / Math.sqrt(2 * std * std)));
				},
				inv: function(p, mean, std) {
					return -1.4142135623730951 * std * jStat.erfcinv(2 * p) + mean;
				},
				mean: function(mean) {
					return mean;
				},
				median: function median(mean) {
					return mean;
				},
				mode: function(mean) {
					return mean;
				},
				sample: function sample(mean, std) {
					return jStat.randn() * std + mean;
				},
				variance: function(mean, std) {
					return std * std;
				}
			});
			jStat.extend(jStat.pareto, {
				pdf: function pdf(x, scale, shape) {
					if (x < scale) return 0;
					return shape * Math.pow(scale, shape) / Math.pow(x, shape + 1);
				},
				cdf: function cdf(x, scale, shape) {
					if (x < scale) return 0;
					return 1 - Math.pow(scale / x, shape);
				},
				inv: function inv(p, scale, shape) {
					return scale / Math.pow(1 - p, 1 / shape);
				},
				mean: function mean(scale, shape) {
					if (shape <= 1) return void 0;
					return shape * Math.pow(scale, shape) / (shape - 1);
				},
				median: function median(scale, shape) {
					return scale * (shape * Math.SQRT2);
				},
				mode: function mode(scale) {
					return scale;
				},
				variance: function(scale, shape) {
					if (shape <= 2) return void 0;
					return scale * scale * shape / (Math.pow(shape - 1, 2) * (shape - 2));
				}
			});
			jStat.extend(jStat.studentt, {
				pdf: function pdf(x, dof) {
					dof = dof > 1e100 ? 1e100 : dof;
					return 1 / (Math.sqrt(dof) * jStat.betafn(.5, dof / 2)) * Math.pow(1 + x * x / dof, -((dof + 1) / 2));
				},
				cdf: function cdf(x, dof) {
					var dof2 = dof / 2;
					return jStat.ibeta((x + Math.sqrt(x * x + dof)) / (2 * Math.sqrt(x * x + dof)), dof2, dof2);
				},
				inv: function(p, dof) {
					var x = jStat.ibetainv(2 * Math.min(p, 1 - p), .5 * dof, .5);
					x = Math.sqrt(dof * (1 - x) / x);
					return p > .5 ? x : -x;
				},
				mean: function mean(dof) {
					return dof > 1 ? 0 : void 0;
				},
				median: function median() {
					return 0;
				},
				mode: function mode() {
					return 0;
				},
				sample: function sample(dof) {
					return jStat.randn() * Math.sqrt(dof / (2 * jStat.randg(dof / 2)));
				},
				variance: function variance(dof) {
					return dof > 2 ? dof / (dof - 2) : dof > 1 ? 1e400 : void 0;
				}
			});
			jStat.extend(jStat.weibull, {
				pdf: function pdf(x, scale, shape) {
					if (x < 0 || scale < 0 || shape < 0) return 0;
					return shape / scale * Math.pow(x / scale, shape - 1) * Math.exp(-Math.pow(x / scale, shape));
				},
				cdf: function cdf(x, scale, shape) {
					return x < 0 ? 0 : 1 - Math.exp(-Math.pow(x / scale, shape));
				},
				inv: function(p, scale, shape) {
					return scale * Math.pow(-Math.log(1 - p), 1 / shape);
				},
				mean: function(scale, shape) {
					return scale * jStat.gammafn(1 + 1 / shape);
				},
				median: function median(scale, shape) {
					return scale * Math.pow(Math.log(2), 1 / shape);
				},
				mode: function mode(scale, shape) {
					if (shape <= 1) return 0;
					return scale * Math.pow((shape - 1) / shape, 1 / shape);
				},
				sample: function sample(scale, shape) {
					return scale * Math.pow(-Math.log(jStat._random_fn()), 1 / shape);
				},
				variance: function variance(scale, shape) {
					return scale * scale * jStat.gammafn(1 + 2 / shape) - Math.pow(jStat.weibull.mean(scale, shape), 2);
				}
			});
			jStat.extend(jStat.uniform, {
				pdf: function pdf(x, a, b) {
					return x < a || x > b ? 0 : 1 / (b - a);
				},
				cdf: function cdf(x, a, b) {
					if (x < a) return 0;
					else if (x < b) return (x - a) / (b - a);
					return 1;
				},
				inv: function(p, a, b) {
					return a + p * (b - a);
				},
				mean: function mean(a, b) {
					return .5 * (a + b);
				},
				median: function median(a, b) {
					return jStat.mean(a, b);
				},
				mode: function mode() {
					throw new Error("mode is not yet implemented");
				},
				sample: function sample(a, b) {
					return a / 2 + b / 2 + (b / 2 - a / 2) * (2 * jStat._random_fn() - 1);
				},
				variance: function variance(a, b) {
					return Math.pow(b - a, 2) / 12;
				}
			});
			function betinc(x, a, b, eps) {
				var a0 = 0;
				var b0 = 1;
				var a1 = 1;
				var b1 = 1;
				var m9 = 0;
				var a2 = 0;
				var c9;
				while (Math.abs((a1 - a2) / a1) > eps) {
					a2 = a1;
					c9 = -(a + m9) * (a + b + m9) * x / (a + 2 * m9) / (a + 2 * m9 + 1);
					a0 = a1 + c9 * a0;
					b0 = b1 + c9 * b0;
					m9 = m9 + 1;
					c9 = m9 * (b - m9) * x / (a + 2 * m9 - 1) / (a + 2 * m9);
					a1 = a0 + c9 * a1;
					b1 = b0 + c9 * b1;
					a0 = a0 / b1;
					b0 = b0 / b1;
					a1 = a1 / b1;
					b1 = 1;
				}
				return a1 / a;
			}
			jStat.extend(jStat.binomial, {
				pdf: function pdf(k, n, p) {
					return p === 0 || p === 1 ? n * p === k ? 1 : 0 : jStat.combination(n, k) * Math.pow(p, k) * Math.pow(1 - p, n - k);
				},
				cdf: function cdf(x, n, p) {
					var betacdf;
					var eps = 1e-10;
					if (x < 0) return 0;
					if (x >= n) return 1;
					if (p < 0 || p > 1 || n <= 0) return NaN;
					x = Math.floor(x);
					var z = p;
					var a = x + 1;
					var b = n - x;
					var s = a + b;
					var bt = Math.exp(jStat.gammaln(s) - jStat.gammaln(b) - jStat.gammaln(a) + a * Math.log(z) + b * Math.log(1 - z));
					if (z < (a + 1) / (s + 2)) betacdf = bt * betinc(z, a, b, eps);
					else betacdf = 1 - bt * betinc(1 - z, b, a, eps);
					return Math.round((1 - betacdf) * (1 / eps)) / (1 / eps);
				}
			});
			jStat.extend(jStat.negbin, {
				pdf: function pdf(k, r, p) {
					if (k !== k >>> 0) return false;
					if (k < 0) return 0;
					return jStat.combination(k + r - 1, r - 1) * Math.pow(1 - p, k) * Math.pow(p, r);
				},
				cdf: function cdf(x, r, p) {
					var sum = 0, k = 0;
					if (x < 0) return 0;
					for (; k <= x; k++) sum += jStat.negbin.pdf(k, r, p);
					return sum;
				}
			});
			jStat.extend(jStat.hypgeom, {
				pdf: function pdf(k, N, m, n) {
					if (k !== k | 0) return false;
					else if (k < 0 || k < m - (N - n)) return 0;
					else if (k > n || k > m) return 0;
					else if (m * 2 > N) {
						if (n * 2 > N) return jStat.hypgeom.pdf(N - m - n + k, N, N - m, N - n);
						else return jStat.hypgeom.pdf(n - k, N, N - m, n);
					} else if (n * 2 > N) return jStat.hypgeom.pdf(m - k, N, m, N - n);
					else if (m < n) return jStat.hypgeom.pdf(k, N, n, m);
					else {
						var scaledPDF = 1;
						var samplesDone = 0;
						for (var i = 0; i < k; i++) {
							while (scaledPDF > 1 && samplesDone < n) {
								scaledPDF *= 1 - m / (N - samplesDone);
								samplesDone++;
							}
							scaledPDF *= (n - i) * (m - i) / ((i + 1) * (N - m - n + i + 1));
						}
						for (; samplesDone < n; samplesDone++) scaledPDF *= 1 - m / (N - samplesDone);
						return Math.min(1, Math.max(0, scaledPDF));
					}
				},
				cdf: function cdf(x, N, m, n) {
					if (x < 0 || x < m - (N - n)) return 0;
					else if (x >= n || x >= m) return 1;
					else if (m * 2 > N) {
						if (n * 2 > N) return jStat.hypgeom.cdf(N - m - n + x, N, N - m, N - n);
						else return 1 - jStat.hypgeom.cdf(n - x - 1, N, N - m, n);
					} else if (n * 2 > N) return 1 - jStat.hypgeom.cdf(m - x - 1, N, m, N - n);
					else if (m < n) return jStat.hypgeom.cdf(x, N, n, m);
					else {
						var scaledCDF = 1;
						var scaledPDF = 1;
						var samplesDone = 0;
						for (var i = 0; i < x; i++) {
							while (scaledCDF > 1 && samplesDone < n) {
								var factor = 1 - m / (N - samplesDone);
								scaledPDF *= factor;
								scaledCDF *= factor;
								samplesDone++;
							}
							scaledPDF *= (n - i) * (m - i) / ((i + 1) * (N - m - n + i + 1));
							scaledCDF += scaledPDF;
						}
						for (; samplesDone < n; samplesDone++) scaledCDF *= 1 - m / (N - samplesDone);
						return Math.min(1, Math.max(0, scaledCDF));
					}
				}
			});
			jStat.extend(jStat.poisson, {
				pdf: function pdf(k, l) {
					if (l < 0 || k % 1 !== 0 || k < 0) return 0;
					return Math.pow(l, k) * Math.exp(-l) / jStat.factorial(k);
				},
				cdf: function cdf(x, l) {
					var sumarr = [], k = 0;
					if (x < 0) return 0;
					for (; k <= x; k++) sumarr.push(jStat.poisson.pdf(k, l));
					return jStat.sum(sumarr);
				},
				mean: function(l) {
					return l;
				},
				variance: function(l) {
					return l;
				},
				sampleSmall: function sampleSmall(l) {
					var p = 1, k = 0, L = Math.exp(-l);
					do {
						k++;
						p *= jStat._random_fn();
					} while (p > L);
					return k - 1;
				},
				sampleLarge: function sampleLarge(l) {
					var lam = l;
					var k;
					var U, V, slam = Math.sqrt(lam), loglam = Math.log(lam), a, b = .931 + 2.53 * slam, invalpha, vr, us;
					a = -.059 + .02483 * b;
					invalpha = 1.1239 + 1.1328 / (b - 3.4);
					vr = .9277 - 3.6224 / (b - 2);
					while (1) {
						U = Math.random() - .5;
						V = Math.random();
						us = .5 - Math.abs(U);
						k = Math.floor((2 * a / us + b) * U + lam + .43);
						if (us >= .07 && V <= vr) return k;
						if (k < 0 || us < .013 && V > us) continue;
						if (Math.log(V) + Math.log(invalpha) - Math.log(a / (us * us) + b) <= -lam + k * loglam - jStat.loggam(k + 1)) return k;
					}
				},
				sample: function sample(l) {
					if (l < 10) return this.sampleSmall(l);
					else return this.sampleLarge(l);
				}
			});
			jStat.extend(jStat.triangular, {
				pdf: function pdf(x, a, b, c) {
					if (b <= a || c < a || c > b) return NaN;
					else if (x < a || x > b) return 0;
					else if (x < c) return 2 * (x - a) / ((b - a) * (c - a));
					else if (x === c) return 2 / (b - a);
					else return 2 * (b - x) / ((b - a) * (b - c));
				},
				cdf: function cdf(x, a, b, c) {
					if (b <= a || c < a || c > b) return NaN;
					if (x <= a) return 0;
					else if (x >= b) return 1;
					if (x <= c) return Math.pow(x - a, 2) / ((b - a) * (c - a));
					else return 1 - Math.pow(b - x, 2) / ((b - a) * (b - c));
				},
				inv: function inv(p, a, b, c) {
					if (b <= a || c < a || c > b) return NaN;
					else if (p <= (c - a) / (b - a)) return a + (b - a) * Math.sqrt(p * ((c - a) / (b - a)));
					else return a + (b - a) * (1 - Math.sqrt((1 - p) * (1 - (c - a) / (b - a))));
				},
				mean: function mean(a, b, c) {
					return (a + b + c) / 3;
				},
				median: function median(a, b, c) {
					if (c <= (a + b) / 2) return b - Math.sqrt((b - a) * (b - c)) / Math.sqrt(2);
					else if (c > (a + b) / 2) return a + Math.sqrt((b - a) * (c - a)) / Math.sqrt(2);
				},
				mode: function mode(a, b, c) {
					return c;
				},
				sample: function sample(a, b, c) {
					var u = jStat._random_fn();
					if (u < (c - a) / (b - a)) return a + Math.sqrt(u * (b - a) * (c - a));
					return b - Math.sqrt((1 - u) * (b - a) * (b - c));
				},
				variance: function variance(a, b, c) {
					return (a * a + b * b + c * c - a * b - a * c - b * c) / 18;
				}
			});
			jStat.extend(jStat.arcsine, {
				pdf: function pdf(x, a, b) {
					if (b <= a) return NaN;
					return x <= a || x >= b ? 0 : 2 / Math.PI * Math.pow(Math.pow(b - a, 2) - Math.pow(2 * x - a - b, 2), -.5);
				},
				cdf: function cdf(x, a, b) {
					if (x < a) return 0;
					else if (x < b) return 2 / Math.PI * Math.asin(Math.sqrt((x - a) / (b - a)));
					return 1;
				},
				inv: function(p, a, b) {
					return a + (.5 - .5 * Math.cos(Math.PI * p)) * (b - a);
				},
				mean: function mean(a, b) {
					if (b <= a) return NaN;
					return (a + b) / 2;
				},
				median: function median(a, b) {
					if (b <= a) return NaN;
					return (a + b) / 2;
				},
				mode: function mode() {
					throw new Error("mode is not yet implemented");
				},
				sample: function sample(a, b) {
					return (a + b) / 2 + (b - a) / 2 * Math.sin(2 * Math.PI * jStat.uniform.sample(0, 1));
				},
				variance: function variance(a, b) {
					if (b <= a) return NaN;
					return Math.pow(b - a, 2) / 8;
				}
			});
			function laplaceSign(x) {
				return x / Math.abs(x);
			}
			jStat.extend(jStat.laplace, {
				pdf: function pdf(x, mu, b) {
					return b <= 0 ? 0 : Math.exp(-Math.abs(x - mu) / b) / (2 * b);
				},
				cdf: function cdf(x, mu, b) {
					if (b <= 0) return 0;
					if (x < mu) return .5 * Math.exp((x - mu) / b);
					else return 1 - .5 * Math.exp(-(x - mu) / b);
				},
				mean: function(mu) {
					return mu;
				},
				median: function(mu) {
					return mu;
				},
				mode: function(mu) {
					return mu;
				},
				variance: function(mu, b) {
					return 2 * b * b;
				},
				sample: function sample(mu, b) {
					var u = jStat._random_fn() - .5;
					return mu - b * laplaceSign(u) * Math.log(1 - 2 * Math.abs(u));
				}
			});
			function tukeyWprob(w, rr, cc) {
				var nleg = 12;
				var ihalf = 6;
				var C1 = -30;
				var C2 = -50;
				var C3 = 60;
				var bb = 8;
				var wlar = 3;
				var wincr1 = 2;
				var wincr2 = 3;
				var xleg = [
					.9815606342467192,
					.9041172563704749,
					.7699026741943047,
					.5873179542866175,
					.3678314989981802,
					.1252334085114689
				];
				var aleg = [
					.04717533638651183,
					.10693932599531843,
					.16007832854334622,
					.20316742672306592,
					.2334925365383548,
					.24914704581340277
				];
				var qsqz = w * .5;
				if (qsqz >= bb) return 1;
				var pr_w = 2 * jStat.normal.cdf(qsqz, 0, 1, 1, 0) - 1;
				if (pr_w >= Math.exp(C2 / cc)) pr_w = Math.pow(pr_w, cc);
				else pr_w = 0;
				var wincr;
				if (w > wlar) wincr = wincr1;
				else wincr = wincr2;
				var blb = qsqz;
				var binc = (bb - qsqz) / wincr;
				var bub = blb + binc;
				var einsum = 0;
				var cc1 = cc - 1;
				for (var wi = 1; wi <= wincr; wi++) {
					var elsum = 0;
					var a = .5 * (bub + blb);
					var b = .5 * (bub - blb);
					for (var jj = 1; jj <= nleg; jj++) {
						var j, xx;
						if (ihalf < jj) {
							j = nleg - jj + 1;
							xx = xleg[j - 1];
						} else {
							j = jj;
							xx = -xleg[j - 1];
						}
						var ac = a + b * xx;
						var qexpo = ac * ac;
						if (qexpo > C3) break;
						var pplus = 2 * jStat.normal.cdf(ac, 0, 1, 1, 0);
						var pminus = 2 * jStat.normal.cdf(ac, w, 1, 1, 0);
						var rinsum = pplus * .5 - pminus * .5;
						if (rinsum >= Math.exp(C1 / cc1)) {
							rinsum = aleg[j - 1] * Math.exp(-(.5 * qexpo)) * Math.pow(rinsum, cc1);
							elsum += rinsum;
						}
					}
					elsum *= 2 * b * cc / Math.sqrt(2 * Math.PI);
					einsum += elsum;
					blb = bub;
					bub += binc;
				}
				pr_w += einsum;
				if (pr_w <= Math.exp(C1 / rr)) return 0;
				pr_w = Math.pow(pr_w, rr);
				if (pr_w >= 1) return 1;
				return pr_w;
			}
			function tukeyQinv(p, c, v) {
				var p0 = .322232421088;
				var q0 = .099348462606;
				var p1 = -1;
				var q1 = .588581570495;
				var p2 = -.342242088547;
				var q2 = .531103462366;
				var p3 = -.204231210125;
				var q3 = .10353775285;
				var p4 = -453642210148e-16;
				var q4 = .0038560700634;
				var c1 = .8832;
				var c2 = .2368;
				var c3 = 1.214;
				var c4 = 1.208;
				var c5 = 1.4142;
				var vmax = 120;
				var ps = .5 - .5 * p;
				var yi = Math.sqrt(Math.log(1 / (ps * ps)));
				var t = yi + ((((yi * p4 + p3) * yi + p2) * yi + p1) * yi + p0) / ((((yi * q4 + q3) * yi + q2) * yi + q1) * yi + q0);
				if (v < vmax) t += (t * t * t + t) / v / 4;
				var q = c1 - c2 * t;
				if (v < vmax) q += -c3 / v + c4 * t / v;
				return t * (q * Math.log(c - 1) + c5);
			}
			jStat.extend(jStat.tukey, {
				cdf: function cdf(q, nmeans, df) {
					var rr = 1;
					var cc = nmeans;
					var nlegq = 16;
					var ihalfq = 8;
					var eps1 = -30;
					var eps2 = 1e-14;
					var dhaf = 100;
					var dquar = 800;
					var deigh = 5e3;
					var dlarg = 25e3;
					var ulen1 = 1;
					var ulen2 = .5;
					var ulen3 = .25;
					var ulen4 = .125;
					var xlegq = [
						.9894009349916499,
						.9445750230732326,
						.8656312023878318,
						.755404408355003,
						.6178762444026438,
						.45801677765722737,
						.2816035507792589,
						.09501250983763744
					];
					var alegq = [
						.027152459411754096,
						.062253523938647894,
						.09515851168249279,
						.12462897125553388,
						.14959598881657674,
						.16915651939500254,
						.18260341504492358,
						.1894506104550685
					];
					if (q <= 0) return 0;
					if (df < 2 || rr < 1 || cc < 2) return NaN;
					if (!Number.isFinite(q)) return 1;
					if (df > dlarg) return tukeyWprob(q, rr, cc);
					var f2 = df * .5;
					var f2lf = f2 * Math.log(df) - df * Math.log(2) - jStat.gammaln(f2);
					var f21 = f2 - 1;
					var ff4 = df * .25;
					var ulen;
					if (df <= dhaf) ulen = ulen1;
					else if (df <= dquar) ulen = ulen2;
					else if (df <= deigh) ulen = ulen3;
					else ulen = ulen4;
					f2lf += Math.log(ulen);
					var ans = 0;
					for (var i = 1; i <= 50; i++) {
						var otsum = 0;
						var twa1 = (2 * i - 1) * ulen;
						for (var jj = 1; jj <= nlegq; jj++) {
							var j, t1;
							if (ihalfq < jj) {
								j = jj - ihalfq - 1;
								t1 = f2lf + f21 * Math.log(twa1 + xlegq[j] * ulen) - (xlegq[j] * ulen + twa1) * ff4;
							} else {
								j = jj - 1;
								t1 = f2lf + f21 * Math.log(twa1 - xlegq[j] * ulen) + (xlegq[j] * ulen - twa1) * ff4;
							}
							var qsqz;
							if (t1 >= eps1) {
								if (ihalfq < jj) qsqz = q * Math.sqrt((xlegq[j] * ulen + twa1) * .5);
								else qsqz = q * Math.sqrt((-(xlegq[j] * ulen) + twa1) * .5);
								var rotsum = tukeyWprob(qsqz, rr, cc) * alegq[j] * Math.exp(t1);
								otsum += rotsum;
							}
						}
						if (i * ulen >= 1 && otsum <= eps2) break;
						ans += otsum;
					}
					if (otsum > eps2) throw new Error("tukey.cdf failed to converge");
					if (ans > 1) ans = 1;
					return ans;
				},
				inv: function(p, nmeans, df) {
					var rr = 1;
					var cc = nmeans;
					var eps = 1e-4;
					var maxiter = 50;
					if (df < 2 || rr < 1 || cc < 2) return NaN;
					if (p < 0 || p > 1) return NaN;
					if (p === 0) return 0;
					if (p === 1) return 1e400;
					var x0 = tukeyQinv(p, cc, df);
					var valx0 = jStat.tukey.cdf(x0, nmeans, df) - p;
					var x1;
					if (valx0 > 0) x1 = Math.max(0, x0 - 1);
					else x1 = x0 + 1;
					var valx1 = jStat.tukey.cdf(x1, nmeans, df) - p;
					var ans;
					for (var iter = 1; iter < maxiter; iter++) {
						ans = x1 - valx1 * (x1 - x0) / (valx1 - valx0);
						valx0 = valx1;
						x0 = x1;
						if (ans < 0) {
							ans = 0;
							valx1 = -p;
						}
						valx1 = jStat.tukey.cdf(ans, nmeans, df) - p;
						x1 = ans;
						if (Math.abs(x1 - x0) < eps) return ans;
					}
					throw new Error("tukey.inv failed to converge");
				}
			});
		})(jStat, Math);
		(function(jStat, Math) {
			var push = Array.prototype.push;
			var isArray = jStat.utils.isArray;
			function isUsable(arg) {
				return isArray(arg) || arg instanceof jStat;
			}
			jStat.extend({
				add: function add(arr, arg) {
					if (isUsable(arg)) {
						if (!isUsable(arg[0])) arg = [arg];
						return jStat.map(arr, function(value, row, col) {
							return value + arg[row][col];
						});
					}
					return jStat.map(arr, function(value) {
						return value + arg;
					});
				},
				subtract: function subtract(arr, arg) {
					if (isUsable(arg)) {
						if (!isUsable(arg[0])) arg = [arg];
						return jStat.map(arr, function(value, row, col) {
							return value - arg[row][col] || 0;
						});
					}
					return jStat.map(arr, function(value) {
						return value - arg;
					});
				},
				divide: function divide(arr, arg) {
					if (isUsable(arg)) {
						if (!isUsable(arg[0])) arg = [arg];
						return jStat.multiply(arr, jStat.inv(arg));
					}
					return jStat.map(arr, function(value) {
						return value / arg;
					});
				},
				multiply: function multiply(arr, arg) {
					var row, col, nrescols, sum, nrow, ncol, res, rescols;
					if (arr.length === void 0 && arg.length === void 0) return arr * arg;
					nrow = arr.length, ncol = arr[0].length, res = jStat.zeros(nrow, nrescols = isUsable(arg) ? arg[0].length : ncol), rescols = 0;
					if (isUsable(arg)) {
						for (; rescols < nrescols; rescols++) for (row = 0; row < nrow; row++) {
							sum = 0;
							for (col = 0; col < ncol; col++) sum += arr[row][col] * arg[col][rescols];
							res[row][rescols] = sum;
						}
						return nrow === 1 && rescols === 1 ? res[0][0] : res;
					}
					return jStat.map(arr, function(value) {
						return value * arg;
					});
				},
				outer: function outer(A, B) {
					return jStat.multiply(A.map(function(t) {
						return [t];
					}), [B]);
				},
				dot: function dot(arr, arg) {
					if (!isUsable(arr[0])) arr = [arr];
					if (!isUsable(arg[0])) arg = [arg];
					var left = arr[0].length === 1 && arr.length !== 1 ? jStat.transpose(arr) : arr, right = arg[0].length === 1 && arg.length !== 1 ? jStat.transpose(arg) : arg, res = [], row = 0, nrow = left.length, ncol = left[0].length, sum, col;
					for (; row < nrow; row++) {
						res[row] = [];
						sum = 0;
						for (col = 0; col < ncol; col++) sum += left[row][col] * right[row][col];
						res[row] = sum;
					}
					return res.length === 1 ? res[0] : res;
				},
				pow: function pow(arr, arg) {
					return jStat.map(arr, function(value) {
						return Math.pow(value, arg);
					});
				},
				exp: function exp(arr) {
					return jStat.map(arr, function(value) {
						return Math.exp(value);
					});
				},
				log: function exp(arr) {
					return jStat.map(arr, function(value) {
						return Math.log(value);
					});
				},
				abs: function abs(arr) {
					return jStat.map(arr, function(value) {
						return Math.abs(value);
					});
				},
				norm: function norm(arr, p) {
					var nnorm = 0, i = 0;
					if (isNaN(p)) p = 2;
					if (isUsable(arr[0])) arr = arr[0];
					for (; i < arr.length; i++) nnorm += Math.pow(Math.abs(arr[i]), p);
					return Math.pow(nnorm, 1 / p);
				},
				angle: function angle(arr, arg) {
					return Math.acos(jStat.dot(arr, arg) / (jStat.norm(arr) * jStat.norm(arg)));
				},
				aug: function aug(a, b) {
					var newarr = [];
					var i = 0;
					for (; i < a.length; i++) newarr.push(a[i].slice());
					for (i = 0; i < newarr.length; i++) push.apply(newarr[i], b[i]);
					return newarr;
				},
				inv: function inv(a) {
					var rows = a.length;
					var cols = a[0].length;
					var b = jStat.identity(rows, cols);
					var c = jStat.gauss_jordan(a, b);
					var result = [];
					var i = 0;
					var j;
					for (; i < rows; i++) {
						result[i] = [];
						for (j = cols; j < c[0].length; j++) result[i][j - cols] = c[i][j];
					}
					return result;
				},
				det: function det(a) {
					if (a.length === 2) return a[0][0] * a[1][1] - a[0][1] * a[1][0];
					var determinant = 0;
					for (var i = 0; i < a.length; i++) {
						var submatrix = [];
						for (var row = 1; row < a.length; row++) {
							submatrix[row - 1] = [];
							for (var col = 0; col < a.length; col++) if (col < i) submatrix[row - 1][col] = a[row][col];
							else if (col > i) submatrix[row - 1][col - 1] = a[row][col];
						}
						var sign = i % 2 ? -1 : 1;
						determinant += det(submatrix) * a[0][i] * sign;
					}
					return determinant;
				},
				gauss_elimination: function gauss_elimination(a, b) {
					var i = 0, j = 0, n = a.length, m = a[0].length, factor = 1, sum = 0, x = [], maug, pivot, temp, k;
					a = jStat.aug(a, b);
					maug = a[0].length;
					for (i = 0; i < n; i++) {
						pivot = a[i][i];
						j = i;
						for (k = i + 1; k < m; k++) if (pivot < Math.abs(a[k][i])) {
							pivot = a[k][i];
							j = k;
						}
						if (j != i) for (k = 0; k < maug; k++) {
							temp = a[i][k];
							a[i][k] = a[j][k];
							a[j][k] = temp;
						}
						for (j = i + 1; j < n; j++) {
							factor = a[j][i] / a[i][i];
							for (k = i; k < maug; k++) a[j][k] = a[j][k] - factor * a[i][k];
						}
					}
					for (i = n - 1; i >= 0; i--) {
						sum = 0;
						for (j = i + 1; j <= n - 1; j++) sum = sum + x[j] * a[i][j];
						x[i] = (a[i][maug - 1] - sum) / a[i][i];
					}
					return x;
				},
				gauss_jordan: function gauss_jordan(a, b) {
					var m = jStat.aug(a, b);
					var h = m.length;
					var w = m[0].length;
					var c = 0;
					var x, y = 0, y2;
					for (; y < h; y++) {
						var maxrow = y;
						for (y2 = y + 1; y2 < h; y2++) if (Math.abs(m[y2][y]) > Math.abs(m[maxrow][y])) maxrow = y2;
						var tmp = m[y];
						m[y] = m[maxrow];
						m[maxrow] = tmp;
						for (y2 = y + 1; y2 < h; y2++) {
							c = m[y2][y] / m[y][y];
							for (x = y; x < w; x++) m[y2][x] -= m[y][x] * c;
						}
					}
					for (y = h - 1; y >= 0; y--) {
						c = m[y][y];
						for (y2 = 0; y2 < y; y2++) for (x = w - 1; x > y - 1; x--) m[y2][x] -= m[y][x] * m[y2][y] / c;
						m[y][y] /= c;
						for (x = h; x < w; x++) m[y][x] /= c;
					}
					return m;
				},
				triaUpSolve: function triaUpSolve(A, b) {
					var size = A[0].length;
					var x = jStat.zeros(1, size)[0];
					var parts;
					var matrix_mode = false;
					if (b[0].length != void 0) {
						b = b.map(function(i) {
							return i[0];
						});
						matrix_mode = true;
					}
					jStat.arange(size - 1, -1, -1).forEach(function(i) {
						parts = jStat.arange(i + 1, size).map(function(j) {
							return x[j] * A[i][j];
						});
						x[i] = (b[i] - jStat.sum(parts)) / A[i][i];
					});
					if (matrix_mode) return x.map(function(i) {
						return [i];
					});
					return x;
				},
				triaLowSolve: function triaLowSolve(A, b) {
					var size = A[0].length;
					var x = jStat.zeros(1, size)[0];
					var parts;
					var matrix_mode = false;
					if (b[0].length != void 0) {
						b = b.map(function(i) {
							return i[0];
						});
						matrix_mode = true;
					}
					jStat.arange(size).forEach(function(i) {
						parts = jStat.arange(i).map(function(j) {
							return A[i][j] * x[j];
						});
						x[i] = (b[i] - jStat.sum(parts)) / A[i][i];
					});
					if (matrix_mode) return x.map(function(i) {
						return [i];
					});
					return x;
				},
				lu: function lu(A) {
					var size = A.length;
					var L = jStat.identity(size);
					var R = jStat.zeros(A.length, A[0].length);
					var parts;
					jStat.arange(size).forEach(function(t) {
						R[0][t] = A[0][t];
					});
					jStat.arange(1, size).forEach(function(l) {
						jStat.arange(l).forEach(function(i) {
							parts = jStat.arange(i).map(function(jj) {
								return L[l][jj] * R[jj][i];
							});
							L[l][i] = (A[l][i] - jStat.sum(parts)) / R[i][i];
						});
						jStat.arange(l, size).forEach(function(j) {
							parts = jStat.arange(l).map(function(jj) {
								return L[l][jj] * R[jj][j];
							});
							R[l][j] = A[parts.length][j] - jStat.sum(parts);
						});
					});
					return [L, R];
				},
				cholesky: function cholesky(A) {
					var size = A.length;
					var T = jStat.zeros(A.length, A[0].length);
					var parts;
					jStat.arange(size).forEach(function(i) {
						parts = jStat.arange(i).map(function(t) {
							return Math.pow(T[i][t], 2);
						});
						T[i][i] = Math.sqrt(A[i][i] - jStat.sum(parts));
						jStat.arange(i + 1, size).forEach(function(j) {
							parts = jStat.arange(i).map(function(t) {
								return T[i][t] * T[j][t];
							});
							T[j][i] = (A[i][j] - jStat.sum(parts)) / T[i][i];
						});
					});
					return T;
				},
				gauss_jacobi: function gauss_jacobi(a, b, x, r) {
					var i = 0;
					var j = 0;
					var n = a.length;
					var l = [];
					var u = [];
					var d = [];
					var xv, c, h, xk;
					for (; i < n; i++) {
						l[i] = [];
						u[i] = [];
						d[i] = [];
						for (j = 0; j < n; j++) if (i > j) {
							l[i][j] = a[i][j];
							u[i][j] = d[i][j] = 0;
						} else if (i < j) {
							u[i][j] = a[i][j];
							l[i][j] = d[i][j] = 0;
						} else {
							d[i][j] = a[i][j];
							l[i][j] = u[i][j] = 0;
						}
					}
					h = jStat.multiply(jStat.multiply(jStat.inv(d), jStat.add(l, u)), -1);
					c = jStat.multiply(jStat.inv(d), b);
					xv = x;
					xk = jStat.add(jStat.multiply(h, x), c);
					i = 2;
					while (Math.abs(jStat.norm(jStat.subtract(xk, xv))) > r) {
						xv = xk;
						xk = jStat.add(jStat.multiply(h, xv), c);
						i++;
					}
					return xk;
				},
				gauss_seidel: function gauss_seidel(a, b, x, r) {
					var i = 0;
					var n = a.length;
					var l = [];
					var u = [];
					var d = [];
					var j, xv, c, h, xk;
					for (; i < n; i++) {
						l[i] = [];
						u[i] = [];
						d[i] = [];
						for (j = 0; j < n; j++) if (i > j) {
							l[i][j] = a[i][j];
							u[i][j] = d[i][j] = 0;
						} else if (i < j) {
							u[i][j] = a[i][j];
							l[i][j] = d[i][j] = 0;
						} else {
							d[i][j] = a[i][j];
							l[i][j] = u[i][j] = 0;
						}
					}
					h = jStat.multiply(jStat.multiply(jStat.inv(jStat.add(d, l)), u), -1);
					c = jStat.multiply(jStat.inv(jStat.add(d, l)), b);
					xv = x;
					xk = jStat.add(jStat.multiply(h, x), c);
					i = 2;
					while (Math.abs(jStat.norm(jStat.subtract(xk, xv))) > r) {
						xv = xk;
						xk = jStat.add(jStat.multiply(h, xv), c);
						i = i + 1;
					}
					return xk;
				},
				SOR: function SOR(a, b, x, r, w) {
					var i = 0;
					var n = a.length;
					var l = [];
					var u = [];
					var d = [];
					var j, xv, c, h, xk;
					for (; i < n; i++) {
						l[i] = [];
						u[i] = [];
						d[i] = [];
						for (j = 0; j < n; j++) if (i > j) {
							l[i][j] = a[i][j];
							u[i][j] = d[i][j] = 0;
						} else if (i < j) {
							u[i][j] = a[i][j];
							l[i][j] = d[i][j] = 0;
						} else {
							d[i][j] = a[i][j];
							l[i][j] = u[i][j] = 0;
						}
					}
					h = jStat.multiply(jStat.inv(jStat.add(d, jStat.multiply(l, w))), jStat.subtract(jStat.multiply(d, 1 - w), jStat.multiply(u, w)));
					c = jStat.multiply(jStat.multiply(jStat.inv(jStat.add(d, jStat.multiply(l, w))), b), w);
					xv = x;
					xk = jStat.add(jStat.multiply(h, x), c);
					i = 2;
					while (Math.abs(jStat.norm(jStat.subtract(xk, xv))) > r) {
						xv = xk;
						xk = jStat.add(jStat.multiply(h, xv), c);
						i++;
					}
					return xk;
				},
				householder: function householder(a) {
					var m = a.length;
					var n = a[0].length;
					var i = 0;
					var w = [];
					var p = [];
					var alpha, r, k, j, factor;
					for (; i < m - 1; i++) {
						alpha = 0;
						for (j = i + 1; j < n; j++) alpha += a[j][i] * a[j][i];
						factor = a[i + 1][i] > 0 ? -1 : 1;
						alpha = factor * Math.sqrt(alpha);
						r = Math.sqrt((alpha * alpha - a[i + 1][i] * alpha) / 2);
						w = jStat.zeros(m, 1);
						w[i + 1][0] = (a[i + 1][i] - alpha) / (2 * r);
						for (k = i + 2; k < m; k++) w[k][0] = a[k][i] / (2 * r);
						p = jStat.subtract(jStat.identity(m, n), jStat.multiply(jStat.multiply(w, jStat.transpose(w)), 2));
						a = jStat.multiply(p, jStat.multiply(a, p));
					}
					return a;
				},
				QR: function() {
					var sum = jStat.sum;
					var range = jStat.arange;
					function qr2(x) {
						var n = x.length;
						var p = x[0].length;
						var r = jStat.zeros(p, p);
						x = jStat.copy(x);
						var i, j = 0, k;
						for (; j < p; j++) {
							r[j][j] = Math.sqrt(sum(range(n).map(function(i) {
								return x[i][j] * x[i][j];
							})));
							for (i = 0; i < n; i++) x[i][j] = x[i][j] / r[j][j];
							for (k = j + 1; k < p; k++) {
								r[j][k] = sum(range(n).map(function(i) {
									return x[i][j] * x[i][k];
								}));
								for (i = 0; i < n; i++) x[i][k] = x[i][k] - x[i][j] * r[j][k];
							}
						}
						return [x, r];
					}
					return qr2;
				}(),
				lstsq: function() {
					function R_I(A) {
						A = jStat.copy(A);
						var size = A.length;
						var I = jStat.identity(size);
						jStat.arange(size - 1, -1, -1).forEach(function(i) {
							jStat.sliceAssign(I, { row: i }, jStat.divide(jStat.slice(I, { row: i }), A[i][i]));
							jStat.sliceAssign(A, { row: i }, jStat.divide(jStat.slice(A, { row: i }), A[i][i]));
							jStat.arange(i).forEach(function(j) {
								var c = jStat.multiply(A[j][i], -1);
								var Aj = jStat.slice(A, { row: j });
								var cAi = jStat.multiply(jStat.slice(A, { row: i }), c);
								jStat.sliceAssign(A, { row: j }, jStat.add(Aj, cAi));
								var Ij = jStat.slice(I, { row: j });
								var cIi = jStat.multiply(jStat.slice(I, { row: i }), c);
								jStat.sliceAssign(I, { row: j }, jStat.add(Ij, cIi));
							});
						});
						return I;
					}
					function qr_solve(A, b) {
						var array_mode = false;
						if (b[0].length === void 0) {
							b = b.map(function(x) {
								return [x];
							});
							array_mode = true;
						}
						var QR = jStat.QR(A);
						var Q = QR[0];
						var R = QR[1];
						var attrs = A[0].length;
						var Q1 = jStat.slice(Q, { col: { end: attrs } });
						var RI = R_I(jStat.slice(R, { row: { end: attrs } }));
						var Q2 = jStat.transpose(Q1);
						if (Q2[0].length === void 0) Q2 = [Q2];
						var x = jStat.multiply(jStat.multiply(RI, Q2), b);
						if (x.length === void 0) x = [[x]];
						if (array_mode) return x.map(function(i) {
							return i[0];
						});
						return x;
					}
					return qr_solve;
				}(),
				jacobi: function jacobi(a) {
					var condition = 1;
					var n = a.length;
					var e = jStat.identity(n, n);
					var ev = [];
					var b, i, j, p, q, maxim, theta, s;
					while (condition === 1) {
						maxim = a[0][1];
						p = 0;
						q = 1;
						for (i = 0; i < n; i++) for (j = 0; j < n; j++) if (i != j) {
							if (maxim < Math.abs(a[i][j])) {
								maxim = Math.abs(a[i][j]);
								p = i;
								q = j;
							}
						}
						if (a[p][p] === a[q][q]) theta = a[p][q] > 0 ? Math.PI / 4 : -Math.PI / 4;
						else theta = Math.atan(2 * a[p][q] / (a[p][p] - a[q][q])) / 2;
						s = jStat.identity(n, n);
						s[p][p] = Math.cos(theta);
						s[p][q] = -Math.sin(theta);
						s[q][p] = Math.sin(theta);
						s[q][q] = Math.cos(theta);
						e = jStat.multiply(e, s);
						b = jStat.multiply(jStat.multiply(jStat.inv(s), a), s);
						a = b;
						condition = 0;
						for (i = 1; i < n; i++) for (j = 1; j < n; j++) if (i != j && Math.abs(a[i][j]) > .001) condition = 1;
					}
					for (i = 0; i < n; i++) ev.push(a[i][i]);
					return [e, ev];
				},
				rungekutta: function rungekutta(f, h, p, t_j, u_j, order) {
					var k1, k2, u_j1, k3, k4;
					if (order === 2) while (t_j <= p) {
						k1 = h * f(t_j, u_j);
						k2 = h * f(t_j + h, u_j + k1);
						u_j1 = u_j + (k1 + k2) / 2;
						u_j = u_j1;
						t_j = t_j + h;
					}
					if (order === 4) while (t_j <= p) {
						k1 = h * f(t_j, u_j);
						k2 = h * f(t_j + h / 2, u_j + k1 / 2);
						k3 = h * f(t_j + h / 2, u_j + k2 / 2);
						k4 = h * f(t_j + h, u_j + k3);
						u_j1 = u_j + (k1 + 2 * k2 + 2 * k3 + k4) / 6;
						u_j = u_j1;
						t_j = t_j + h;
					}
					return u_j;
				},
				romberg: function romberg(f, a, b, order) {
					var i = 0;
					var h = (b - a) / 2;
					var x = [];
					var h1 = [];
					var g = [];
					var m, a1, j, k, I;
					while (i < order / 2) {
						I = f(a);
						for (j = a, k = 0; j <= b; j = j + h, k++) x[k] = j;
						m = x.length;
						for (j = 1; j < m - 1; j++) I += (j % 2 !== 0 ? 4 : 2) * f(x[j]);
						I = h / 3 * (I + f(b));
						g[i] = I;
						h /= 2;
						i++;
					}
					a1 = g.length;
					m = 1;
					while (a1 !== 1) {
						for (j = 0; j < a1 - 1; j++) h1[j] = (Math.pow(4, m) * g[j + 1] - g[j]) / (Math.pow(4, m) - 1);
						a1 = h1.length;
						g = h1;
						h1 = [];
						m++;
					}
					return g;
				},
				richardson: function richardson(X, f, x, h) {
					function pos(X, x) {
						var i = 0;
						var n = X.length;
						var p;
						for (; i < n; i++) if (X[i] === x) p = i;
						return p;
					}
					var h_min = Math.abs(x - X[pos(X, x) + 1]);
					var i = 0;
					var g = [];
					var h1 = [];
					var y1, y2, m, a, j;
					while (h >= h_min) {
						y1 = pos(X, x + h);
						y2 = pos(X, x);
						g[i] = (f[y1] - 2 * f[y2] + f[2 * y2 - y1]) / (h * h);
						h /= 2;
						i++;
					}
					a = g.length;
					m = 1;
					while (a != 1) {
						for (j = 0; j < a - 1; j++) h1[j] = (Math.pow(4, m) * g[j + 1] - g[j]) / (Math.pow(4, m) - 1);
						a = h1.length;
						g = h1;
						h1 = [];
						m++;
					}
					return g;
				},
				simpson: function simpson(f, a, b, n) {
					var h = (b - a) / n;
					var I = f(a);
					var x = [];
					var j = a;
					var k = 0;
					var i = 1;
					var m;
					for (; j <= b; j = j + h, k++) x[k] = j;
					m = x.length;
					for (; i < m - 1; i++) I += (i % 2 !== 0 ? 4 : 2) * f(x[i]);
					return h / 3 * (I + f(b));
				},
				hermite: function hermite(X, F, dF, value) {
					var n = X.length;
					var p = 0;
					var i = 0;
					var l = [];
					var dl = [];
					var A = [];
					var B = [];
					var j;
					for (; i < n; i++) {
						l[i] = 1;
						for (j = 0; j < n; j++) if (i != j) l[i] *= (value - X[j]) / (X[i] - X[j]);
						dl[i] = 0;
						for (j = 0; j < n; j++) if (i != j) dl[i] += 1 / (X[i] - X[j]);
						A[i] = (1 - 2 * (value - X[i]) * dl[i]) * (l[i] * l[i]);
						B[i] = (value - X[i]) * (l[i] * l[i]);
						p += A[i] * F[i] + B[i] * dF[i];
					}
					return p;
				},
				lagrange: function lagrange(X, F, value) {
					var p = 0;
					var i = 0;
					var j, l;
					var n = X.length;
					for (; i < n; i++) {
						l = F[i];
						for (j = 0; j < n; j++) if (i != j) l *= (value - X[j]) / (X[i] - X[j]);
						p += l;
					}
					return p;
				},
				cubic_spline: function cubic_spline(X, F, value) {
					var n = X.length;
					var i = 0, j;
					var A = [];
					var B = [];
					var alpha = [];
					var c = [];
					var h = [];
					var b = [];
					var d = [];
					for (; i < n - 1; i++) h[i] = X[i + 1] - X[i];
					alpha[0] = 0;
					for (i = 1; i < n - 1; i++) alpha[i] = 3 / h[i] * (F[i + 1] - F[i]) - 3 / h[i - 1] * (F[i] - F[i - 1]);
					for (i = 1; i < n - 1; i++) {
						A[i] = [];
						B[i] = [];
						A[i][i - 1] = h[i - 1];
						A[i][i] = 2 * (h[i - 1] + h[i]);
						A[i][i + 1] = h[i];
						B[i][0] = alpha[i];
					}
					c = jStat.multiply(jStat.inv(A), B);
					for (j = 0; j < n - 1; j++) {
						b[j] = (F[j + 1] - F[j]) / h[j] - h[j] * (c[j + 1][0] + 2 * c[j][0]) / 3;
						d[j] = (c[j + 1][0] - c[j][0]) / (3 * h[j]);
					}
					for (j = 0; j < n; j++) if (X[j] > value) break;
					j -= 1;
					return F[j] + (value - X[j]) * b[j] + jStat.sq(value - X[j]) * c[j] + (value - X[j]) * jStat.sq(value - X[j]) * d[j];
				},
				gauss_quadrature: function gauss_quadrature() {
					throw new Error("gauss_quadrature not yet implemented");
				},
				PCA: function PCA(X) {
					var m = X.length;
					var n = X[0].length;
					var i = 0;
					var j, temp1;
					var u = [];
					var D = [];
					var result = [];
					var temp2 = [];
					var Y = [];
					var Bt = [];
					var B = [];
					var C = [];
					var V = [];
					var Vt = [];
					for (i = 0; i < m; i++) u[i] = jStat.sum(X[i]) / n;
					for (i = 0; i < n; i++) {
						B[i] = [];
						for (j = 0; j < m; j++) B[i][j] = X[j][i] - u[j];
					}
					B = jStat.transpose(B);
					for (i = 0; i < m; i++) {
						C[i] = [];
						for (j = 0; j < m; j++) C[i][j] = jStat.dot([B[i]], [B[j]]) / (n - 1);
					}
					result = jStat.jacobi(C);
					V = result[0];
					D = result[1];
					Vt = jStat.transpose(V);
					for (i = 0; i < D.length; i++) for (j = i; j < D.length; j++) if (D[i] < D[j]) {
						temp1 = D[i];
						D[i] = D[j];
						D[j] = temp1;
						temp2 = Vt[i];
						Vt[i] = Vt[j];
						Vt[j] = temp2;
					}
					Bt = jStat.transpose(B);
					for (i = 0; i < m; i++) {
						Y[i] = [];
						for (j = 0; j < Bt.length; j++) Y[i][j] = jStat.dot([Vt[i]], [Bt[j]]);
					}
					return [
						X,
						D,
						Vt,
						Y
					];
				}
			});
			(function(funcs) {
				for (var i = 0; i < funcs.length; i++) (function(passfunc) {
					jStat.fn[passfunc] = function(arg, func) {
						var tmpthis = this;
						if (func) {
							setTimeout(function() {
								func.call(tmpthis, jStat.fn[passfunc].call(tmpthis, arg));
							}, 15);
							return this;
						}
						if (typeof jStat[passfunc](this, arg) === "number") return jStat[passfunc](this, arg);
						else return jStat(jStat[passfunc](this, arg));
					};
				})(funcs[i]);
			})("add divide multiply subtract dot pow exp log abs norm angle".split(" "));
		})(jStat, Math);
		(function(jStat, Math) {
			var slice = [].slice;
			var isNumber = jStat.utils.isNumber;
			var isArray = jStat.utils.isArray;
			jStat.extend({
				zscore: function zscore() {
					var args = slice.call(arguments);
					if (isNumber(args[1])) return (args[0] - args[1]) / args[2];
					return (args[0] - jStat.mean(args[1])) / jStat.stdev(args[1], args[2]);
				},
				ztest: function ztest() {
					var args = slice.call(arguments);
					var z;
					if (isArray(args[1])) {
						z = jStat.zscore(args[0], args[1], args[3]);
						return args[2] === 1 ? jStat.normal.cdf(-Math.abs(z), 0, 1) : jStat.normal.cdf(-Math.abs(z), 0, 1) * 2;
					} else if (args.length > 2) {
						z = jStat.zscore(args[0], args[1], args[2]);
						return args[3] === 1 ? jStat.normal.cdf(-Math.abs(z), 0, 1) : jStat.normal.cdf(-Math.abs(z), 0, 1) * 2;
					} else {
						z = args[0];
						return args[1] === 1 ? jStat.normal.cdf(-Math.abs(z), 0, 1) : jStat.normal.cdf(-Math.abs(z), 0, 1) * 2;
					}
				}
			});
			jStat.extend(jStat.fn, {
				zscore: function zscore(value, flag) {
					return (value - this.mean()) / this.stdev(flag);
				},
				ztest: function ztest(value, sides, flag) {
					var zscore = Math.abs(this.zscore(value, flag));
					return sides === 1 ? jStat.normal.cdf(-zscore, 0, 1) : jStat.normal.cdf(-zscore, 0, 1) * 2;
				}
			});
			jStat.extend({
				tscore: function tscore() {
					var args = slice.call(arguments);
					return args.length === 4 ? (args[0] - args[1]) / (args[2] / Math.sqrt(args[3])) : (args[0] - jStat.mean(args[1])) / (jStat.stdev(args[1], true) / Math.sqrt(args[1].length));
				},
				ttest: function ttest() {
					var args = slice.call(arguments);
					var tscore;
					if (args.length === 5) {
						tscore = Math.abs(jStat.tscore(args[0], args[1], args[2], args[3]));
						return args[4] === 1 ? jStat.studentt.cdf(-tscore, args[3] - 1) : jStat.studentt.cdf(-tscore, args[3] - 1) * 2;
					}
					if (isNumber(args[1])) {
						tscore = Math.abs(args[0]);
						return args[2] == 1 ? jStat.studentt.cdf(-tscore, args[1] - 1) : jStat.studentt.cdf(-tscore, args[1] - 1) * 2;
					}
					tscore = Math.abs(jStat.tscore(args[0], args[1]));
					return args[2] == 1 ? jStat.studentt.cdf(-tscore, args[1].length - 1) : jStat.studentt.cdf(-tscore, args[1].length - 1) * 2;
				}
			});
			jStat.extend(jStat.fn, {
				tscore: function tscore(value) {
					return (value - this.mean()) / (this.stdev(true) / Math.sqrt(this.cols()));
				},
				ttest: function ttest(value, sides) {
					return sides === 1 ? 1 - jStat.studentt.cdf(Math.abs(this.tscore(value)), this.cols() - 1) : jStat.studentt.cdf(-Math.abs(this.tscore(value)), this.cols() - 1) * 2;
				}
			});
			jStat.extend({
				anovafscore: function anovafscore() {
					var args = slice.call(arguments), expVar, sample, sampMean, sampSampMean, tmpargs, unexpVar, i, j;
					if (args.length === 1) {
						tmpargs = new Array(args[0].length);
						for (i = 0; i < args[0].length; i++) tmpargs[i] = args[0][i];
						args = tmpargs;
					}
					sample = new Array();
					for (i = 0; i < args.length; i++) sample = sample.concat(args[i]);
					sampMean = jStat.mean(sample);
					expVar = 0;
					for (i = 0; i < args.length; i++) expVar = expVar + args[i].length * Math.pow(jStat.mean(args[i]) - sampMean, 2);
					expVar /= args.length - 1;
					unexpVar = 0;
					for (i = 0; i < args.length; i++) {
						sampSampMean = jStat.mean(args[i]);
						for (j = 0; j < args[i].length; j++) unexpVar += Math.pow(args[i][j] - sampSampMean, 2);
					}
					unexpVar /= sample.length - args.length;
					return expVar / unexpVar;
				},
				anovaftest: function anovaftest() {
					var args = slice.call(arguments), df1, df2, n, i;
					if (isNumber(args[0])) return 1 - jStat.centralF.cdf(args[0], args[1], args[2]);
					var anovafscore = jStat.anovafscore(args);
					df1 = args.length - 1;
					n = 0;
					for (i = 0; i < args.length; i++) n = n + args[i].length;
					df2 = n - df1 - 1;
					return 1 - jStat.centralF.cdf(anovafscore, df1, df2);
				},
				ftest: function ftest(fscore, df1, df2) {
					return 1 - jStat.centralF.cdf(fscore, df1, df2);
				}
			});
			jStat.extend(jStat.fn, {
				anovafscore: function anovafscore() {
					return jStat.anovafscore(this.toArray());
				},
				anovaftes: function anovaftes() {
					var n = 0;
					var i = 0;
					for (; i < this.length; i++) n = n + this[i].length;
					return jStat.ftest(this.anovafscore(), this.length - 1, n - this.length);
				}
			});
			jStat.extend({
				qscore: function qscore() {
					var args = slice.call(arguments);
					var mean1, mean2, n1, n2, sd;
					if (isNumber(args[0])) {
						mean1 = args[0];
						mean2 = args[1];
						n1 = args[2];
						n2 = args[3];
						sd = args[4];
					} else {
						mean1 = jStat.mean(args[0]);
						mean2 = jStat.mean(args[1]);
						n1 = args[0].length;
						n2 = args[1].length;
						sd = args[2];
					}
					return Math.abs(mean1 - mean2) / (sd * Math.sqrt((1 / n1 + 1 / n2) / 2));
				},
				qtest: function qtest() {
					var args = slice.call(arguments);
					var qscore;
					if (args.length === 3) {
						qscore = args[0];
						args = args.slice(1);
					} else if (args.length === 7) {
						qscore = jStat.qscore(args[0], args[1], args[2], args[3], args[4]);
						args = args.slice(5);
					} else {
						qscore = jStat.qscore(args[0], args[1], args[2]);
						args = args.slice(3);
					}
					var n = args[0];
					var k = args[1];
					return 1 - jStat.tukey.cdf(qscore, k, n - k);
				},
				tukeyhsd: function tukeyhsd(arrays) {
					var sd = jStat.pooledstdev(arrays);
					var means = arrays.map(function(arr) {
						return jStat.mean(arr);
					});
					var n = arrays.reduce(function(n, arr) {
						return n + arr.length;
					}, 0);
					var results = [];
					for (var i = 0; i < arrays.length; ++i) for (var j = i + 1; j < arrays.length; ++j) {
						var p = jStat.qtest(means[i], means[j], arrays[i].length, arrays[j].length, sd, n, arrays.length);
						results.push([[i, j], p]);
					}
					return results;
				}
			});
			jStat.extend({
				normalci: function normalci() {
					var args = slice.call(arguments), ans = new Array(2), change;
					if (args.length === 4) change = Math.abs(jStat.normal.inv(args[1] / 2, 0, 1) * args[2] / Math.sqrt(args[3]));
					else change = Math.abs(jStat.normal.inv(args[1] / 2, 0, 1) * jStat.stdev(args[2]) / Math.sqrt(args[2].length));
					ans[0] = args[0] - change;
					ans[1] = args[0] + change;
					return ans;
				},
				tci: function tci() {
					var args = slice.call(arguments), ans = new Array(2), change;
					if (args.length === 4) change = Math.abs(jStat.studentt.inv(args[1] / 2, args[3] - 1) * args[2] / Math.sqrt(args[3]));
					else change = Math.abs(jStat.studentt.inv(args[1] / 2, args[2].length - 1) * jStat.stdev(args[2], true) / Math.sqrt(args[2].length));
					ans[0] = args[0] - change;
					ans[1] = args[0] + change;
					return ans;
				},
				significant: function significant(pvalue, alpha) {
					return pvalue < alpha;
				}
			});
			jStat.extend(jStat.fn, {
				normalci: function normalci(value, alpha) {
					return jStat.normalci(value, alpha, this.toArray());
				},
				tci: function tci(value, alpha) {
					return jStat.tci(value, alpha, this.toArray());
				}
			});
			function differenceOfProportions(p1, n1, p2, n2) {
				if (p1 > 1 || p2 > 1 || p1 <= 0 || p2 <= 0) throw new Error("Proportions should be greater than 0 and less than 1");
				var pooled = (p1 * n1 + p2 * n2) / (n1 + n2);
				var se = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
				return (p1 - p2) / se;
			}
			jStat.extend(jStat.fn, {
				oneSidedDifferenceOfProportions: function oneSidedDifferenceOfProportions(p1, n1, p2, n2) {
					var z = differenceOfProportions(p1, n1, p2, n2);
					return jStat.ztest(z, 1);
				},
				twoSidedDifferenceOfProportions: function twoSidedDifferenceOfProportions(p1, n1, p2, n2) {
					var z = differenceOfProportions(p1, n1, p2, n2);
					return jStat.ztest(z, 2);
				}
			});
		})(jStat, Math);
		jStat.models = (function() {
			function sub_regress(exog) {
				var var_count = exog[0].length;
				return jStat.arange(var_count).map(function(endog_index) {
					var exog_index = jStat.arange(var_count).filter(function(i) {
						return i !== endog_index;
					});
					return ols(jStat.col(exog, endog_index).map(function(x) {
						return x[0];
					}), jStat.col(exog, exog_index));
				});
			}
			function ols(endog, exog) {
				var nobs = endog.length;
				var df_model = exog[0].length - 1;
				var df_resid = nobs - df_model - 1;
				var coef = jStat.lstsq(exog, endog);
				var predict = jStat.multiply(exog, coef.map(function(x) {
					return [x];
				})).map(function(p) {
					return p[0];
				});
				var resid = jStat.subtract(endog, predict);
				var ybar = jStat.mean(endog);
				var SSE = jStat.sum(predict.map(function(f) {
					return Math.pow(f - ybar, 2);
				}));
				var SSR = jStat.sum(endog.map(function(y, i) {
					return Math.pow(y - predict[i], 2);
				}));
				var SST = SSE + SSR;
				return {
					exog,
					endog,
					nobs,
					df_model,
					df_resid,
					coef,
					predict,
					resid,
					ybar,
					SST,
					SSE,
					SSR,
					R2: SSE / SST
				};
			}
			function t_test(model) {
				var subModelList = sub_regress(model.exog);
				var sigmaHat = Math.sqrt(model.SSR / model.df_resid);
				var seBetaHat = subModelList.map(function(mod) {
					var SST = mod.SST;
					var R2 = mod.R2;
					return sigmaHat / Math.sqrt(SST * (1 - R2));
				});
				var tStatistic = model.coef.map(function(coef, i) {
					return (coef - 0) / seBetaHat[i];
				});
				var pValue = tStatistic.map(function(t) {
					var leftppf = jStat.studentt.cdf(t, model.df_resid);
					return (leftppf > .5 ? 1 - leftppf : leftppf) * 2;
				});
				var c = jStat.studentt.inv(.975, model.df_resid);
				return {
					se: seBetaHat,
					t: tStatistic,
					p: pValue,
					sigmaHat,
					interval95: model.coef.map(function(coef, i) {
						var d = c * seBetaHat[i];
						return [coef - d, coef + d];
					})
				};
			}
			function F_test(model) {
				var F_statistic = model.R2 / model.df_model / ((1 - model.R2) / model.df_resid);
				var fcdf = function(x, n1, n2) {
					return jStat.beta.cdf(x / (n2 / n1 + x), n1 / 2, n2 / 2);
				};
				return {
					F_statistic,
					pvalue: 1 - fcdf(F_statistic, model.df_model, model.df_resid)
				};
			}
			function ols_wrap(endog, exog) {
				var model = ols(endog, exog);
				var ttest = t_test(model);
				var ftest = F_test(model);
				var adjust_R2 = 1 - (1 - model.R2) * ((model.nobs - 1) / model.df_resid);
				model.t = ttest;
				model.f = ftest;
				model.adjust_R2 = adjust_R2;
				return model;
			}
			return { ols: ols_wrap };
		})();
		jStat.extend({
			buildxmatrix: function buildxmatrix() {
				var matrixRows = new Array(arguments.length);
				for (var i = 0; i < arguments.length; i++) matrixRows[i] = [1].concat(arguments[i]);
				return jStat(matrixRows);
			},
			builddxmatrix: function builddxmatrix() {
				var matrixRows = new Array(arguments[0].length);
				for (var i = 0; i < arguments[0].length; i++) matrixRows[i] = [1].concat(arguments[0][i]);
				return jStat(matrixRows);
			},
			buildjxmatrix: function buildjxmatrix(jMat) {
				var pass = new Array(jMat.length);
				for (var i = 0; i < jMat.length; i++) pass[i] = jMat[i];
				return jStat.builddxmatrix(pass);
			},
			buildymatrix: function buildymatrix(array) {
				return jStat(array).transpose();
			},
			buildjymatrix: function buildjymatrix(jMat) {
				return jMat.transpose();
			},
			matrixmult: function matrixmult(A, B) {
				var i, j, k, result, sum;
				if (A.cols() == B.rows()) {
					if (B.rows() > 1) {
						result = [];
						for (i = 0; i < A.rows(); i++) {
							result[i] = [];
							for (j = 0; j < B.cols(); j++) {
								sum = 0;
								for (k = 0; k < A.cols(); k++) sum += A.toArray()[i][k] * B.toArray()[k][j];
								result[i][j] = sum;
							}
						}
						return jStat(result);
					}
					result = [];
					for (i = 0; i < A.rows(); i++) {
						result[i] = [];
						for (j = 0; j < B.cols(); j++) {
							sum = 0;
							for (k = 0; k < A.cols(); k++) sum += A.toArray()[i][k] * B.toArray()[j];
							result[i][j] = sum;
						}
					}
					return jStat(result);
				}
			},
			regress: function regress(jMatX, jMatY) {
				var innerinv = jStat.xtranspxinv(jMatX);
				var xtransp = jMatX.transpose();
				var next = jStat.matrixmult(jStat(innerinv), xtransp);
				return jStat.matrixmult(next, jMatY);
			},
			regresst: function regresst(jMatX, jMatY, sides) {
				var beta = jStat.regress(jMatX, jMatY);
				var compile = {};
				compile.anova = {};
				var jMatYBar = jStat.jMatYBar(jMatX, beta);
				compile.yBar = jMatYBar;
				var yAverage = jMatY.mean();
				compile.anova.residuals = jStat.residuals(jMatY, jMatYBar);
				compile.anova.ssr = jStat.ssr(jMatYBar, yAverage);
				compile.anova.msr = compile.anova.ssr / (jMatX[0].length - 1);
				compile.anova.sse = jStat.sse(jMatY, jMatYBar);
				compile.anova.mse = compile.anova.sse / (jMatY.length - (jMatX[0].length - 1) - 1);
				compile.anova.sst = jStat.sst(jMatY, yAverage);
				compile.anova.mst = compile.anova.sst / (jMatY.length - 1);
				compile.anova.r2 = 1 - compile.anova.sse / compile.anova.sst;
				if (compile.anova.r2 < 0) compile.anova.r2 = 0;
				compile.anova.fratio = compile.anova.msr / compile.anova.mse;
				compile.anova.pvalue = jStat.anovaftest(compile.anova.fratio, jMatX[0].length - 1, jMatY.length - (jMatX[0].length - 1) - 1);
				compile.anova.rmse = Math.sqrt(compile.anova.mse);
				compile.anova.r2adj = 1 - compile.anova.mse / compile.anova.mst;
				if (compile.anova.r2adj < 0) compile.anova.r2adj = 0;
				compile.stats = new Array(jMatX[0].length);
				var covar = jStat.xtranspxinv(jMatX);
				var sds, ts, ps;
				for (var i = 0; i < beta.length; i++) {
					sds = Math.sqrt(compile.anova.mse * Math.abs(covar[i][i]));
					ts = Math.abs(beta[i] / sds);
					ps = jStat.ttest(ts, jMatY.length - jMatX[0].length - 1, sides);
					compile.stats[i] = [
						beta[i],
						sds,
						ts,
						ps
					];
				}
				compile.regress = beta;
				return compile;
			},
			xtranspx: function xtranspx(jMatX) {
				return jStat.matrixmult(jMatX.transpose(), jMatX);
			},
			xtranspxinv: function xtranspxinv(jMatX) {
				var inner = jStat.matrixmult(jMatX.transpose(), jMatX);
				return jStat.inv(inner);
			},
			jMatYBar: function jMatYBar(jMatX, beta) {
				return new jStat(jStat.matrixmult(jMatX, beta));
			},
			residuals: function residuals(jMatY, jMatYBar) {
				return jStat.matrixsubtract(jMatY, jMatYBar);
			},
			ssr: function ssr(jMatYBar, yAverage) {
				var ssr = 0;
				for (var i = 0; i < jMatYBar.length; i++) ssr += Math.pow(jMatYBar[i] - yAverage, 2);
				return ssr;
			},
			sse: function sse(jMatY, jMatYBar) {
				var sse = 0;
				for (var i = 0; i < jMatY.length; i++) sse += Math.pow(jMatY[i] - jMatYBar[i], 2);
				return sse;
			},
			sst: function sst(jMatY, yAverage) {
				var sst = 0;
				for (var i = 0; i < jMatY.length; i++) sst += Math.pow(jMatY[i] - yAverage, 2);
				return sst;
			},
			matrixsubtract: function matrixsubtract(A, B) {
				var ans = new Array(A.length);
				for (var i = 0; i < A.length; i++) {
					ans[i] = new Array(A[i].length);
					for (var j = 0; j < A[i].length; j++) ans[i][j] = A[i][j] - B[i][j];
				}
				return jStat(ans);
			}
		});
		jStat.jStat = jStat;
		return jStat;
	});
})))(), 1);
/**
* The value that a Student t variable stays below with this probability.
*
* @param probability between 0 and 1, both excluded
* @param degreesOfFreedom above 0, need not be a whole number
* @returns the quantile, with a relative error below 1e-7 (measured against scipy for 1 to 1000
* degrees of freedom and probabilities up to 1 - 1e-6)
* @throws RangeError when an argument is outside its range
*/
function studentTQuantile(probability, degreesOfFreedom) {
	if (!(probability > 0 && probability < 1)) throw new RangeError(`The probability of a t quantile must be between 0 and 1, found ${probability}.`);
	requireDegreesOfFreedom(degreesOfFreedom);
	return import_jstat.default.studentt.inv(probability, degreesOfFreedom);
}
/**
* The probability that a Student t variable is above t: the one-sided p-value of t.
*
* @param t any number, also Infinity
* @param degreesOfFreedom above 0, need not be a whole number
* @returns the probability, with a relative error below 1e-6, also far out in the tail
* @throws RangeError when t is NaN or the degrees of freedom are not above 0
*/
function studentTUpperTail(t, degreesOfFreedom) {
	if (Number.isNaN(t)) throw new RangeError("The upper tail of Student t needs a number, found NaN.");
	requireDegreesOfFreedom(degreesOfFreedom);
	const twoSided = import_jstat.default.ibeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 1 / 2);
	return t < 0 ? 1 - twoSided / 2 : twoSided / 2;
}
function requireDegreesOfFreedom(degreesOfFreedom) {
	if (!(degreesOfFreedom > 0 && degreesOfFreedom < 1e400)) throw new RangeError(`The degrees of freedom of Student t must be above 0, found ${degreesOfFreedom}.`);
}
// src/statistics/change-point.ts
/** A level needs three values, so that one outlier is not taken for a level. */
const MIN_SEGMENT = 3;
/** At 3 % noise and 50 to 60 runs, this limit splits 2 to 4 % of steady series by mistake, and finds a step of 10 % after three runs. */
const MAX_P_VALUE = .001;
/**
* Sizes of the local windows: the number of values on each side of a position. When a step is undone later, the series has the
* same level before and after, so a split of the whole series does not find it. With 8 normal, 8 slow (+10 %) and 8 normal runs
* at 3 % noise, the last step is found in 2 % of series without these windows and in 88 % with them. The windows try many more
* positions, so their limit is stricter. With them, 2.5 % of steady series are split by mistake instead of 1.8 %.
*/
const LOCAL_REACHES = [
	5,
	8,
	12
];
const MAX_LOCAL_P_VALUE = 1e-4;
/** With any degrees of freedom, a smaller t has a p-value above the limit: qnorm(.99995) in R is 3.89. */
const MIN_T = 3.89;
/** A value that is farther from the running median counts as if it were this many standard deviations away. */
const CLIP_SD = 3;
/**
* Where the newest level of a series begins. Only values from there on are a fair baseline.
* Binary segmentation: the strongest split is taken, then the part to its right is searched again.
*
* @param logs natural logarithms in the order of time; may be empty
* @param searched number of series that are searched together: both limits are divided by it
* @returns the position of the first value of the last segment; 0 when the series has one level or is too short to tell
*/
function lastSegmentStart(logs, searched = 1) {
	const clipped = clipToRunningMedian(logs);
	let start = 0;
	for (;;) {
		const step = stepIn(clipped.slice(start), searched);
		if (step === null) return start;
		start += step;
	}
}
/**
* Where each level of a series but the first begins. The last one is `lastSegmentStart`.
*
* @param logs natural logarithms in the order of time; may be empty
* @returns positions in rising order; empty when the series has one level or is too short to tell
*/
function changePoints(logs) {
	return stepsIn(clipToRunningMedian(logs), 0);
}
function stepsIn(clipped, offset) {
	const step = stepIn(clipped, 1);
	if (step === null) return [];
	const left = stepsIn(clipped.slice(0, step), offset);
	const right = stepsIn(clipped.slice(step), offset + step);
	return [
		...left,
		offset + step,
		...right
	];
}
/** The first step that is found in a series; null when the series has one level. */
function stepIn(clipped, searched) {
	return (provenSplit(strongestSplit(clipped), MAX_P_VALUE / searched) ?? provenSplit(strongestLocalSplit(clipped), MAX_LOCAL_P_VALUE / searched))?.index ?? null;
}
/**
* The split of the whole series with the smallest p-value. The first one wins a tie.
*
* @returns null when the series is too short for two segments of three values
*/
function strongestSplit(logs) {
	const sums = runningSums(logs);
	const [best] = splitPositions(logs).map((index) => tTestAt(sums, index, logs.length)).toSorted((left, right) => right.t - left.t);
	return best === void 0 ? null : withPValue(best);
}
function strongestLocalSplit(logs) {
	const sums = runningSums(logs);
	const [best] = LOCAL_REACHES.flatMap((reach) => splitPositions(logs).map((index) => tTestAt(sums, index, reach))).filter(({ t }) => t > MIN_T).map(withPValue).toSorted((left, right) => left.pValue - right.pValue);
	return best ?? null;
}
function provenSplit(split, maxPValue) {
	return split !== null && split.pValue < maxPValue ? split : null;
}
function splitPositions(logs) {
	const count = Math.max(0, logs.length - 6 + 1);
	return Array.from({ length: count }, (_, offset) => offset + MIN_SEGMENT);
}
function withPValue({ index, t, degreesOfFreedom }) {
	return {
		index,
		t,
		pValue: 2 * studentTUpperTail(t, degreesOfFreedom)
	};
}
/** The pooled t test of at most `reach` values on each side of a position. */
function tTestAt(sums, index, reach) {
	const left = partOf(sums, Math.max(0, index - reach), index);
	const right = partOf(sums, index, Math.min(index + reach, sums.count));
	const degreesOfFreedom = left.count + right.count - 2;
	const pooledSd = Math.sqrt(Math.max(left.squares + right.squares, 0) / degreesOfFreedom);
	const standardError = Math.max(pooledSd, NOISE_FLOOR_SD) * Math.sqrt(1 / left.count + 1 / right.count);
	return {
		index,
		t: Math.abs(right.mean - left.mean) / standardError,
		degreesOfFreedom
	};
}
/** The mean is taken off first, so that the subtraction of two sums loses no digits that matter. */
function runningSums(logs) {
	const centre = logs.length === 0 ? 0 : mean([...logs]);
	const values = [0];
	const squares = [0];
	for (const [index, log] of logs.entries()) {
		values.push((values[index] ?? 0) + (log - centre));
		squares.push((squares[index] ?? 0) + (log - centre) ** 2);
	}
	return {
		count: logs.length,
		values,
		squares
	};
}
function partOf({ values, squares }, from, to) {
	const count = to - from;
	const total = (values[to] ?? 0) - (values[from] ?? 0);
	const totalSquares = (squares[to] ?? 0) - (squares[from] ?? 0);
	return {
		count,
		mean: total / count,
		squares: totalSquares - total ** 2 / count
	};
}
function clipToRunningMedian(logs) {
	const [first, ...rest] = logs;
	if (first === void 0 || rest.length === 0) return logs;
	const reach = CLIP_SD * successiveDifferenceSd([first, ...rest]);
	const centres = runningMedians(logs);
	return logs.map((log, index) => {
		const centre = centres[index] ?? log;
		return Math.min(Math.max(log, centre - reach), centre + reach);
	});
}
// src/statistics/comparison-verdict.ts
/**
* An estimate this close to the limit counts as equal to it, because the computed logarithms of 105/100 and of 1.05 differ in the
* last digits.
*/
const ROUNDING = 1e-12;
/**
* The limit on the scale of the interval. A rise of 5 % is ln(1.05); for throughput a fall of 5 % is -ln(0.95).
*
* @returns a positive logarithm
*/
function limitLogOf(limitRatio, better) {
	return worseBy({ better }, Math.log1p(worseBy({ better }, limitRatio)));
}
/** The same interval with "worse" as the positive direction. */
function towardsWorse(interval, better) {
	if (better !== "higher") return interval;
	const estimateLog = -interval.estimateLog;
	return {
		...interval,
		estimateLog,
		lowerLog: -interval.upperLog,
		upperLog: -interval.lowerLog,
		pValue: studentTUpperTail(estimateLog / interval.standardError, interval.degreesOfFreedom)
	};
}
/** The best estimate is over the limit, proven or not. */
function isOverLimit(worse, limitLog) {
	return worse.estimateLog > limitLog + ROUNDING;
}
/**
* Compares an interval with 0 and with the limit. An estimate over the limit never passes, proven or not, because that is what
* the gate promises.
*
* @param worse interval with "worse" as the positive direction
*/
function verdictOf(worse, limitLog, proof) {
	if (isOverLimit(worse, limitLog)) return proof === "worse" ? "regressed" : "unproven";
	if (proof === "worse") return "slower";
	if (proof === "better") return "improved";
	return worse.upperLog < limitLog ? "unchanged" : "inconclusive";
}
/** The verdict on a percentile of too few requests: nothing is proven, and a proven slowdown becomes an unproven one. */
function weakened(verdict) {
	if (verdict === "regressed") return "unproven";
	return verdict === "slower" || verdict === "unchanged" || verdict === "improved" ? "inconclusive" : verdict;
}
// src/statistics/hodges-lehmann.ts
/**
* How far the candidate lies above the baseline: the median of all pairwise differences (Hodges and Lehmann 1963,
* https://doi.org/10.1214/aoms/1177704172). One slow run among several does not move it far, unlike a difference of means.
*
* @returns the shift as a natural logarithm of a ratio: 0 is no change, ln(1.05) is 5 % more
*/
function hodgesLehmannShift(baselineLogs, candidateLogs) {
	return median(candidateLogs.flatMap((candidate) => baselineLogs.map((baseline) => candidate - baseline)));
}
/** Below this number of pairs one outlier reaches the median of the Walsh averages. */
const MIN_PAIRS_FOR_WALSH = 5;
/**
* The centre of paired differences: the median of all Walsh averages (d_i + d_j) / 2 with i <= j, which is the
* one-sample Hodges-Lehmann estimate. With fewer than five differences it is their plain median.
*
* @param differences natural logarithms of candidate divided by baseline, one for each pair
*/
function walshMedian(differences) {
	if (differences.length < MIN_PAIRS_FOR_WALSH) return median(differences);
	return median(differences.flatMap((left, index) => differences.slice(index).map((right) => (left + right) / 2)));
}
// src/statistics/interval.ts
/**
* A larger residual counts as this many standard deviations, so that one slow run does not make the interval useless. With 2.5
* the noise of normal runs comes out too small: p-values of three jobs against twenty are below .001 in 1.25 times as many cases
* as they should be, and with 3 in 0.98 times (60,000 simulated, 4 % noise).
*/
const RESIDUAL_LIMIT_SD = 3;
/** Asymptotic standard error of a Hodges-Lehmann estimate relative to a mean, for normal noise (Lehmann 1963). */
const HODGES_LEHMANN_FACTOR = Math.sqrt(Math.PI / 3);
/**
* Compares independent runs. The location is the Hodges-Lehmann shift. The variance is shared between these runs and
* the prior, weighted by degrees of freedom (moderated t, Smyth 2004, https://doi.org/10.2202/1544-6115.1027).
* Without a prior it is the plain pooled variance.
*
* @throws RangeError when one run meets one run without a prior, when a value is not finite, or alpha is out of range
*/
function unpairedInterval({ baselineLogs, candidateLogs, prior, alpha, roundingSd = 0 }) {
	requireFinite(baselineLogs);
	requireFinite(candidateLogs);
	const variance = moderatedVariance([baselineLogs, candidateLogs], prior);
	const scale = (baselineLogs.length === 1 && candidateLogs.length === 1 ? 1 : HODGES_LEHMANN_FACTOR) * Math.sqrt(1 / baselineLogs.length + 1 / candidateLogs.length);
	return intervalAround(hodgesLehmannShift(baselineLogs, candidateLogs), {
		scale,
		variance,
		roundingSd,
		alpha
	});
}
/**
* Compares pairs. The location is the median of Walsh averages (the plain median below five pairs). The prior, where there
* is one, describes log ratios of pairs, not single runs.
*
* @throws RangeError when there is one pair and no prior, when a value is not finite, or alpha is out of range
*/
function pairedInterval({ logRatios, prior, alpha, roundingSd = 0 }) {
	requireFinite(logRatios);
	const variance = moderatedVariance([logRatios], prior);
	const scale = (logRatios.length === 1 ? 1 : HODGES_LEHMANN_FACTOR) / Math.sqrt(logRatios.length);
	return intervalAround(walshMedian(logRatios), {
		scale,
		variance,
		roundingSd,
		alpha
	});
}
function moderatedVariance(groups, prior) {
	const degreesOfFreedom = sum$1(groups.map((group) => group.length - 1)) + (prior?.degreesOfFreedom ?? 0);
	if (!(degreesOfFreedom > 0)) throw new RangeError("A single value on each side says nothing about noise: give a noise prior.");
	const own = sum$1(groups.map((group) => residualSquares(group, prior)));
	const known = prior === null ? 0 : prior.degreesOfFreedom * prior.sd ** 2;
	return {
		sd: Math.max(Math.sqrt((known + own) / degreesOfFreedom), NOISE_FLOOR_SD),
		degreesOfFreedom
	};
}
/**
* Only a prior tells what an outlier is. Without a prior no residual is clipped, and the squares are about the mean. `sum` and
* `mean` of simple-statistics compensate rounding errors (Kahan-Babuska): with a plain sum the last bit would depend on the order
* of the runs.
*/
function residualSquares(group, prior) {
	if (prior === null) {
		const centre = mean(group);
		return sum$1(group.map((log) => (log - centre) ** 2));
	}
	const centre = median(group);
	const limit = RESIDUAL_LIMIT_SD * prior.sd;
	return sum$1(group.map((log) => Math.min(Math.abs(log - centre), limit) ** 2));
}
function intervalAround(estimateLog, { scale, variance, roundingSd, alpha }) {
	if (!(alpha > 0 && alpha < .5)) throw new RangeError(`Alpha must be above 0 and below 0.5, found ${alpha}.`);
	const { sd, degreesOfFreedom } = variance;
	const standardError = Math.max(scale * sd, Math.SQRT2 * roundingSd);
	const reach = studentTQuantile(1 - alpha, degreesOfFreedom) * standardError;
	return {
		estimateLog,
		lowerLog: estimateLog - reach,
		upperLog: estimateLog + reach,
		pValue: studentTUpperTail(estimateLog / standardError, degreesOfFreedom),
		standardError,
		degreesOfFreedom,
		sd
	};
}
function requireFinite(logs) {
	if (logs.every(Number.isFinite)) return;
	throw new RangeError(`An interval needs finite logarithms, found [${logs.join(", ")}].`);
}
// src/statistics/likelihood-ratio.ts
/**
* How much more likely these data are with a change of the given size than without any change: the ratio of two densities of
* Student's t around the estimate. Student's t is used instead of the normal distribution because the noise is estimated.
* Sequential tests with it: A. Wald (1945), https://doi.org/10.1214/aoms/1177731118.
*
* @param worse interval with "worse" as the positive direction
* @param changeLog the change, ln(1.1) for +10 %
* @returns above 1: a change is more likely; below 1: no change is more likely
*/
function likelihoodRatio({ estimateLog, standardError, degreesOfFreedom }, changeLog) {
	const logDensity = (centre) => -(degreesOfFreedom + 1) / 2 * Math.log1p(((estimateLog - centre) / standardError) ** 2 / degreesOfFreedom);
	return Math.exp(logDensity(changeLog) - logDensity(0));
}
// src/statistics/logs.ts
/**
* Natural logarithms of measured values. On logarithms a factor is a difference: +5 % is ln(1.05) everywhere.
*
* @param values finite and above 0, in any unit; the caller has already sorted out 0, negative and missing values, with the
* reason
* @returns one logarithm for each value, in the same order
* @throws RangeError when there is no value, or one is 0, negative, infinite or NaN
*/
function logsOf(values) {
	const [first, ...rest] = values.map(logOf);
	if (first === void 0) throw new RangeError("At least one measured value is needed, found none.");
	return [first, ...rest];
}
function logOf(value, index) {
	if (value > 0 && value < 1e400) return Math.log(value);
	throw new RangeError(`Measured values must be finite and above 0, found ${value} at position ${index}.`);
}
// src/statistics/required-runs.ts
/** The chance with which a change of the given size must be proven. */
const POWER = .95;
/** Nobody plans more runs than this. */
const MAX_RUNS = 500;
/**
* How many runs per side, or pairs, prove a change of this size in 95 % of cases: with normal noise that is estimated from the
* same runs.
*
* @returns a whole number, at least 2; Infinity above 500
* @throws RangeError when the effect or the sd is not above 0
*/
function requiredRunsPerSide({ sd, effectRatio, alpha, isPaired }) {
	if (!(effectRatio > 0 && effectRatio < 1e400)) throw new RangeError(`The effect must be above 0, found ${effectRatio}.`);
	if (!(sd > 0 && sd < 1e400)) throw new RangeError(`The standard deviation must be above 0, found ${sd}.`);
	const effectLog = Math.log1p(effectRatio);
	for (let runs = 2; runs <= MAX_RUNS; runs += 1) {
		const degreesOfFreedom = isPaired ? runs - 1 : 2 * runs - 2;
		const standardError = HODGES_LEHMANN_FACTOR * sd * Math.sqrt(2 / runs);
		if ((studentTQuantile(1 - alpha, degreesOfFreedom) + studentTQuantile(POWER, degreesOfFreedom)) * standardError <= effectLog) return runs;
	}
	return 1e400;
}
/**
* How many candidate runs prove as much against this many baseline runs as `perSide` runs against `perSide` runs.
*
* @returns a whole number, at least 1; Infinity where the baseline has too few for any number
*/
function requiredAgainst(baselineRuns, perSide) {
	const inverse = 2 / perSide - 1 / baselineRuns;
	return inverse > 0 ? Math.ceil(1 / inverse - 1e-9) : 1e400;
}
/** With fewer degrees of freedom, the noise is not known well enough to name any size. */
const MIN_DEGREES_OF_FREEDOM$1 = 1.5;
/** qnorm(.95) */
const Z_POWER = 1.645;
/**
* The smallest change for the worse that data like these prove to be a regression over the limit in 95 % of cases. A regression
* is proven if the lower bound of the estimate is above 0 and the estimate is above the limit. If the true change were just that
* large, only half of the estimates would pass. Three errors are therefore added: of the estimate, of the noise in these data,
* and of the noise in the next data.
*
* @returns a change ratio, 0.137 for +13.7 %; Infinity where the noise is not known well enough
*/
function detectableChangeRatio({ standardError, degreesOfFreedom, alpha, limitLog }) {
	if (degreesOfFreedom < MIN_DEGREES_OF_FREEDOM$1) return 1e400;
	const overLimit = limitLog + studentTQuantile(POWER, degreesOfFreedom) * standardError;
	const aboveZero = standardError * multiple(studentTQuantile(1 - alpha, degreesOfFreedom), degreesOfFreedom);
	return Math.expm1(Math.max(overLimit, aboveZero));
}
/**
* How many standard errors a change must be large to be proven in 95 % of cases: c with c - t = z sqrt(1 + (c^2 + t^2) / (2 df)).
* A standard deviation that is estimated with df degrees of freedom has a relative standard deviation of about 1 / sqrt(2 df), in
* these data and in the next.
*/
function multiple(t, degreesOfFreedom) {
	const rest = 1 - Z_POWER ** 2 / (2 * degreesOfFreedom);
	return (t + Math.sqrt(t ** 2 - rest * (rest * t ** 2 - Z_POWER ** 2))) / rest;
}
// src/statistics/resolution.ts
/** More decimals come from a computation, not from a measurement. */
const MAX_DECIMALS = 6;
/** Standard deviation of a number that was rounded to a whole one: 1 / sqrt(12). */
const ROUNDING_SD = 1 / Math.sqrt(12);
/**
* The noise that rounding hides: a p95 of about 3 ms in whole milliseconds is the same in every run, although the true p95
* varies. The step is the last decimal that any of the values uses, at most 1.
*
* @param values of one series, in its own unit
* @returns a relative standard deviation; 0 for values with all their digits
*/
function roundingSd(values) {
	const smallest = Math.min(...values);
	if (!(smallest > 0)) return 0;
	for (let decimals = 0; decimals < MAX_DECIMALS; decimals += 1) {
		const scale = 10 ** decimals;
		if (values.every((value) => Math.abs(value * scale - Math.round(value * scale)) < 1e-7 * scale)) return ROUNDING_SD / scale / smallest;
	}
	return 0;
}
// src/statistics/stored-outliers.ts
/** With normal noise, 1 of 30,000 jobs is this many standard deviations above its level. */
const FAR_SD = 4;
/** Outliers differ in size. If a stored job was at least half as far away, this job may be an outlier too. */
const ALIKE = .5;
/**
* The share of stored jobs that were as far from their level as this single candidate job. The p-value assumes normal noise, and
* a single job cannot show that it is not an outlier: if 1 job in 20 is slower by half, each such job has p < .0001. The stored
* jobs show how often this happens. Their distance is taken from the running median, so that changes of level do not count.
*
* @param storedLogs natural logarithms of stored jobs, in the order of time
* @param changeLog the estimate for one job, in either direction
* @returns a share: the rank of the job among the stored jobs that were as far away in its direction; 0 if there are none
*/
function storedOutlierShare(storedLogs, changeLog) {
	const [first, ...rest] = storedLogs;
	if (first === void 0 || rest.length === 0) return 0;
	const far = Math.max(FAR_SD * successiveDifferenceSd([first, ...rest]), ALIKE * Math.abs(changeLog));
	const levels = runningMedians(storedLogs);
	const alike = storedLogs.filter((log, index) => Math.sign(changeLog) * (log - (levels[index] ?? log)) >= far).length;
	return alike === 0 ? 0 : (alike + 1) / (storedLogs.length + 1);
}
// src/statistics/conditions.ts
/** Runs can be compared if this text is the same: all their conditions are equal. Unknown equals only unknown. */
function conditionsKey({ machine, load, scriptHash, tool }) {
	return JSON.stringify([
		machine,
		load,
		scriptHash,
		tool
	]);
}
const NAMES = {
	scriptHash: ["changed-script", text`the load script`],
	load: ["changed-load", text`the configured load`],
	machine: ["changed-machine", text`the machine`],
	tool: ["changed-tool", text`the major version of the load tool`]
};
/** Two tools, or two ways of counting, measure different things. Two versions of one tool may measure the same. */
const OTHER_TOOL = ["changed-population", text`the tool, or how it counts,`];
function isOtherTool(before, now) {
	const withoutVersion = (tool) => tool.replace(/ v\d+(?=,|$)/, "");
	return before !== null && now !== null && withoutVersion(before) !== withoutVersion(now);
}
/**
* What differs between the conditions of the baseline and those of the candidate runs that have no partner in it.
*
* @param baseline conditions of the newest baseline run
* @param left candidate runs that cannot be compared; empty: nothing differs
* @param all number of candidate runs
*/
function differencesOf(baseline, left, all) {
	const found = /* @__PURE__ */ new Map();
	const what = left.length === all ? text`Not compared` : text`${left.length} of ${all} runs not compared`;
	for (const { conditions } of left) for (const field of [
		"scriptHash",
		"load",
		"machine",
		"tool"
	]) {
		if (baseline[field] === conditions[field]) continue;
		const [kind, aspect] = field === "tool" && isOtherTool(baseline.tool, conditions.tool) ? OTHER_TOOL : NAMES[field];
		const change = text`${shown(baseline[field])} before, ${shown(conditions[field])} now`;
		const isUnknown = baseline[field] === null || conditions[field] === null;
		const message = isUnknown ? text`${what}, because ${aspect} is known on one side only: ${change}. Let ${code("perf-gate stamp")} write ${code("run.json")} beside the runs of both.` : text`${what}, because ${aspect} changed: ${change}.`;
		found.set(plainText(message), {
			kind,
			message,
			change,
			...isUnknown ? { isUnknown } : {}
		});
	}
	return [...found.values()];
}
const FIELDS = [
	"machine",
	"load",
	"scriptHash",
	"tool"
];
/**
* Both sides of one results folder. A condition that one side does not state is taken from the other side, because somebody put
* the two side by side to be compared. Two known values that differ stay different.
*/
function withSharedConditions(runs) {
	const only = new Map(FIELDS.map((field) => [field, onlyValue(runs.map(({ conditions }) => conditions[field]))]));
	const onlyJob = onlyValue(runs.map(({ jobId }) => jobId));
	return runs.map((run) => {
		const filled = FIELDS.map((field) => [field, run.conditions[field] ?? only.get(field) ?? null]);
		return {
			...run,
			jobId: run.jobId ?? onlyJob,
			conditions: {
				...run.conditions,
				...Object.fromEntries(filled)
			}
		};
	});
}
/** The value, if all known values are equal; null: no value is known, or several differ. */
function onlyValue(values) {
	const [first = null, ...others] = new Set(values.filter((value) => value !== null));
	return others.length === 0 ? first : null;
}
function shown(condition) {
	if (condition === null) return text`unknown`;
	if (condition.length <= 40) return text`${name(condition)}`;
	const kept = condition.includes(" ") ? 120 : 12;
	return text`${name(condition.length > kept ? `${condition.slice(0, kept)}…` : condition)}`;
}
// src/statistics/run-order.ts
/** Sorts runs by service, side, run number and source, so that their order does not depend on the order of the files. */
function sortedRuns(runs) {
	return runs.toSorted((left, right) => compareText(left.service, right.service) || compareText(left.side, right.side) || left.runNumber - right.runNumber || compareText(placeOf$3(left), placeOf$3(right)));
}
function placeOf$3({ jobId, source }) {
	return JSON.stringify([
		jobId,
		source.workflowRunId,
		source.artifactId,
		source.runAttempt,
		source.path
	]);
}
/**
* Whether the order of the runs on one machine distorts the comparison. If a machine becomes slower during the test, the side
* that runs last gets the drift. Measured with five pairs and a drift of 1 % per run: +5.0 % if all runs of one version come
* first, +1.0 % if the same version always comes first, +0.2 % in turns (A B B A).
*
* @returns a sentence; null: the order distorts nothing, or it is not known for every run
*/
function orderNote(baseline, candidate) {
	const timed = [...baseline, ...candidate].flatMap((run) => {
		const startedMs = run.startedAt === null ? NaN : Date.parse(run.startedAt);
		return Number.isFinite(startedMs) ? [{
			run,
			startedMs
		}] : [];
	});
	if (timed.length < baseline.length + candidate.length) return null;
	if (baseline.length < 2 || candidate.length < 2) return null;
	const sides = timed.toSorted((left, right) => left.startedMs - right.startedMs).map(({ run }) => run.side);
	const switches = sides.filter((side, index) => index > 0 && side !== sides[index - 1]).length;
	const [first] = sides;
	if (switches === 1) return text`All ${first ?? ""} runs came before the others, so a machine that became slower or faster in between looks like a change. Run both versions in turns: A B B A.`;
	return sides.every((side, index) => index % 2 === 0 === (side === first)) ? text`The ${first ?? ""} run always came first, so part of a drift of the machine looks like a change. Run both versions in turns: A B B A.` : null;
}
/** There is one side only, or the two sides cannot be compared. */
function noSides(candidate) {
	return {
		design: "none",
		baseline: [],
		candidate: groupByJob(candidate),
		notes: []
	};
}
/**
* Groups the runs of this comparison into units. If both sides ran on the same machines, each run is a unit. Otherwise the job is
* the unit, because a slow machine makes all its runs slow.
*/
function sidesOfResults(baseline, candidate, origin) {
	if (baseline.length === 0 || candidate.length === 0) return {
		...noSides(candidate),
		baseline: groupByJob(baseline)
	};
	const pairs = origin === "same-results" ? pairsOf(baseline, candidate) : [];
	if (pairs.length >= 3) return pairedSides(pairs, baseline.length + candidate.length);
	if (!onSameMachines(baseline, candidate)) return sidesOfJobs(groupByJob(baseline), groupByJob(candidate));
	const design = baseline.length === 1 && candidate.length === 1 ? "single" : "runs";
	const notes = [...unequalNotes(baseline, candidate), ...orderNotes(baseline, candidate)];
	return {
		design,
		baseline: baseline.map(alone),
		candidate: candidate.map(alone),
		notes
	};
}
/** Compares jobs with jobs, when the baseline is a store or ran on another machine. */
function sidesOfJobs(baseline, candidate) {
	if (candidate.length === 0) return {
		...noSides([]),
		baseline
	};
	const single = baseline.length === 1 && candidate.length === 1;
	const shared = single && baseline.flat().length + candidate.flat().length > 2;
	return {
		design: single ? "single" : "jobs",
		baseline,
		candidate,
		notes: shared ? [ONE_MACHINE_A_SIDE] : []
	};
}
const ONE_MACHINE_A_SIDE = text`Each side ran on one machine of its own, so its runs count as one: a difference between the machines cannot be told from a difference between the versions. Run both versions in the same job, in turns.`;
/** Groups runs by the job they ran in, in order of first appearance. Runs of an unknown job at one commit count as one job. */
function groupByJob(runs) {
	return [...groupBy(runs, ({ jobId, testedCommit }) => JSON.stringify(jobId === null ? [testedCommit] : jobId)).values()].flatMap(([first, ...rest]) => first === void 0 ? [] : [[first, ...rest]]);
}
/** Both sides were planned with the same number of runs, so the missing runs may be those that took too long. */
function unequalNotes(baseline, candidate) {
	if (baseline.length === candidate.length) return [];
	return [text`The baseline has ${counted(baseline.length)} and the candidate ${counted(candidate.length)}. ${LOST_RUN}`];
}
const LOST_RUN = text`A run that is lost is often the slowest one, and without it that side looks faster than it is.`;
function counted(runs) {
	return runs === 1 ? "1 run" : `${runs} runs`;
}
/** Runs with the same number in the same job under the same conditions. No run is in two pairs. */
function pairsOf(baseline, candidate) {
	const free = groupBy(baseline, pairKey);
	return candidate.flatMap((run) => {
		const partner = free.get(pairKey(run))?.shift();
		return partner === void 0 ? [] : [[partner, run]];
	});
}
function pairKey({ jobId, runNumber, conditions }) {
	return JSON.stringify([
		jobId,
		runNumber,
		conditionsKey(conditions)
	]);
}
function pairedSides(pairs, allRuns) {
	const baseline = pairs.map(([run]) => run);
	const candidate = pairs.map(([, run]) => run);
	const single = allRuns - 2 * pairs.length;
	const leftOut = text`Left out: ${single === 1 ? "1 run that has" : `${single} runs that have`} no partner with the same number on the other side. ${LOST_RUN}`;
	return {
		design: "pairs",
		baseline: baseline.map(alone),
		candidate: candidate.map(alone),
		notes: [...single === 0 ? [] : [leftOut], ...orderNotes(baseline, candidate)]
	};
}
/** If both jobs are unknown in one command, both sides ran on one laptop. */
function onSameMachines(baseline, candidate) {
	const before = new Set(baseline.map(({ jobId }) => jobId));
	const now = new Set(candidate.map(({ jobId }) => jobId));
	return before.size === now.size && [...before].every((job) => now.has(job));
}
/** At most one note, about the order of runs within a job. The order of jobs does not matter, because each has its own machine. */
function orderNotes(baseline, candidate) {
	const before = groupBy(baseline, ({ jobId }) => jobId);
	return [...groupBy(candidate, ({ jobId }) => jobId)].flatMap(([jobId, runs]) => {
		const note = orderNote(before.get(jobId) ?? [], runs);
		return note === null ? [] : [note];
	}).slice(0, 1);
}
function alone(run) {
	return [run];
}
// src/statistics/usable-sides.ts
/**
* Selects the numbers that can be compared. A bad number of the candidate is never left out. A bad number of the baseline is left
* out if there are good ones: otherwise it would block every pull request as long as it is stored.
*/
function usableSides({ series, role, design, ...sides }) {
	const zeroIsUnusable = role !== "other" && series.unit === "ms";
	const readable = zeroIsUnusable ? sides.baseline.map(withoutZero) : sides.baseline;
	const candidate = zeroIsUnusable ? sides.candidate.map(withoutZero) : sides.candidate;
	const baseline = ofSamePopulation(readable, candidate);
	const bad = candidate.find((reading) => reading.kind === "unusable");
	const empty = role === "endpoint" ? emptySides(baseline, candidate) : null;
	if (empty !== null) return empty;
	if (bad !== void 0) return instead("invalid", text`This run's value cannot be used: ${bad.reason}.`);
	const now = valuesOf(candidate);
	if (now.length === 0) return instead("missing", null);
	const badBefore = baseline.filter((reading) => reading.kind === "unusable");
	const before = valuesOf(baseline);
	const [firstBad] = badBefore;
	if (before.length === 0) {
		if (firstBad !== void 0) return instead("invalid", text`The baseline's value cannot be used: ${firstBad.reason}.`);
		return isExpectedOf(baseline, role) && !isOfBenchmark(series) ? instead("not-comparable", text`The baseline does not have it.`) : instead("new", null);
	}
	const sporadic = role !== "primary" && before.length < baseline.length;
	if (now.length < candidate.length && !sporadic) return instead("missing", text`Only ${now.length} of ${candidate.length} runs have it.`);
	const note = firstBad === void 0 ? null : text`Left out: ${badBefore.length} of ${baseline.length} in the baseline cannot be used, because ${firstBad.reason}.`;
	const usable = design === "pairs" ? completePairs(baseline, candidate) : {
		baseline: before,
		candidate: now
	};
	if (design === "pairs" && usable.candidate.length < 3) return instead("not-comparable", text`Only ${usable.candidate.length} of ${candidate.length} pairs have it on both sides.`);
	const all = [...usable.baseline, ...usable.candidate];
	return mismatchOf(all) ?? (quantityOf(series) === "allocations" ? zeroAllocations(usable) : role === "other" ? zeroOf(series, all) : null) ?? {
		kind: "usable",
		...usable,
		note
	};
}
/**
* An endpoint without any successful request is a fault of the service, which a person may accept. It is not a bad file. Raw
* points name every endpoint, also those that are meant to fail.
*/
function emptySides(baseline, candidate) {
	const before = baseline.find(isEmpty);
	const now = candidate.find(isEmpty);
	const neverBefore = before !== void 0 && baseline.every((one) => one.kind === "absent" || isEmpty(one));
	if (now !== void 0 && candidate.some((one) => one.kind === "unusable" && !one.isEmpty)) return null;
	if (now !== void 0 && neverBefore) return instead("inconclusive", text`There is no time to compare: ${now.reason}, and before it was the same.`);
	if (now !== void 0) return instead("missing", text`There is no time to compare: ${now.reason}.`);
	if (!neverBefore) return null;
	return instead(candidate.every(({ kind }) => kind === "absent") ? "missing" : "new", text`The baseline has no time of it: ${before.reason}.`);
}
function isEmpty(reading) {
	return reading.kind === "unusable" && reading.isEmpty;
}
/**
* A measured baseline is expected to have the primary series. An endpoint that the baseline has is not new if only one of its
* statistics is absent.
*/
function isExpectedOf(baseline, role) {
	if (role === "primary") return baseline.length > 0;
	return role === "endpoint" && baseline.some((one) => one.kind === "absent" && one.hasMetric);
}
/**
* Runs that count the requests of setup() cannot be compared with runs that leave them out. Runs of a stored baseline that count
* otherwise than the candidate are left out if others remain.
*/
function ofSamePopulation(baseline, candidate) {
	const now = valuesOf(candidate);
	const isOther = (reading) => reading.kind === "value" && now.some((one) => countsOther(one, reading));
	if (!valuesOf(baseline).some((one) => !isOther(one))) return baseline;
	return baseline.map((reading) => isOther(reading) ? {
		kind: "absent",
		hasMetric: true
	} : reading);
}
function countsOther({ setupSamples: one }, { setupSamples: other }) {
	return one === "counted" && other === "left-out" || one === "left-out" && other === "counted";
}
/** A time of 0 is unusable, because a ratio needs numbers above 0. */
function withoutZero(reading) {
	return reading.kind === "value" && reading.value === 0 ? {
		kind: "unusable",
		reason: text`it is 0`,
		isEmpty: false
	} : reading;
}
/** The readings that are numbers. */
function valuesOf(readings) {
	return readings.filter((reading) => reading.kind === "value");
}
function completePairs(baseline, candidate) {
	const pairs = candidate.flatMap((now, index) => {
		const before = baseline[index];
		return now.kind === "value" && before?.kind === "value" ? [{
			before,
			now
		}] : [];
	});
	return {
		baseline: pairs.map(({ before }) => before),
		candidate: pairs.map(({ now }) => now)
	};
}
function mismatchOf(values) {
	if (new Set(values.map(({ population }) => population)).size > 1) return otherRequests(text`One side has the latency of successful requests, the other only that of all requests.`);
	if (values.some((one) => values.some((other) => countsOther(one, other)))) return otherRequests(text`One side counts the requests of setup() and teardown(), as a summary does, and the other leaves them out, as raw points do. Compare summaries with summaries, or raw points with raw points.`);
	const units = new Set(values.map(({ unit }) => unit));
	return units.size > 1 ? otherRequests(text`It is measured in different units: ${names([...units].toSorted())}.`) : null;
}
function otherRequests(reason) {
	return {
		kind: "verdict",
		verdict: "not-comparable",
		reason,
		obstacle: "other-requests"
	};
}
/** Some times are really 0, such as the time to connect when the connection is already open. */
function zeroOf({ unit }, values) {
	if (unit === "ratio" || values.every(({ value }) => value > 0)) return null;
	return values.every(({ value }) => value === 0) ? instead("unchanged", null) : instead("not-comparable", text`It is 0 in some runs, so there is no ratio.`);
}
/** Allocations are counted exactly, so a change from none to some is not noise. But it has no ratio. */
function zeroAllocations({ baseline, candidate }) {
	const isNone = (side) => side.every(({ value }) => value === 0);
	if (isNone(baseline) && isNone(candidate)) return instead("unchanged", null);
	if (isNone(baseline)) return instead("unproven", text`It was 0 in the baseline, and now it is more.`);
	if (isNone(candidate)) return instead("unchanged", text`It is 0 now, and was more in the baseline.`);
	return zeroOf({ unit: "bytes" }, [...baseline, ...candidate]);
}
function instead(verdict, reason) {
	return {
		kind: "verdict",
		verdict,
		reason
	};
}
// src/statistics/within-bounds.ts
/**
* Joins the comparison with the best and the comparison with the worst possible values of the candidate. If the limit lies
* between the two, nothing is known of it: more runs do not help, only complete files do.
*/
function withinBounds(best, worst) {
	if (best.kind === "decided") return best;
	if (worst.kind === "decided") return worst;
	const chosen = isOverLimit(best.worse, best.limitLog) ? best : worst;
	const change = text`Several load generators shared a run and left only summaries, whose percentiles cannot be merged: all that is known is a change between ${percent$1(best)} and ${percent$1(worst)}.`;
	if (chosen === worst && isOverLimit(worst.worse, worst.limitLog)) return {
		kind: "decided",
		comparison: {
			...worst.facts,
			baseline: null,
			candidate: null,
			obstacle: "only-a-range",
			estimate: null,
			verdict: "inconclusive",
			reason: change
		}
	};
	const ends = [best.interval, worst.interval];
	return {
		...chosen,
		worse: {
			...chosen.worse,
			lowerLog: best.worse.lowerLog,
			upperLog: worst.worse.upperLog,
			pValue: best.worse.pValue
		},
		interval: {
			...chosen.interval,
			lowerLog: Math.min(...ends.map(({ lowerLog }) => lowerLog)),
			upperLog: Math.max(...ends.map(({ upperLog }) => upperLog))
		},
		note: sentences$1(chosen.note, change)
	};
}
/** `+12.0 %` */
function percent$1({ interval }) {
	const change = 100 * Math.expm1(interval.estimateLog);
	return `${change < 0 ? "−" : "+"}${Math.abs(change).toFixed(1)} %`;
}
// src/statistics/compare-series.ts
/**
* Compares one series of one service. Never throws on bad data: a comparison that cannot be estimated is decided at once, with a
* reason.
*/
function compareSeries(series, role, context) {
	const { history } = context;
	const read = (group) => context.reader.read(group, series);
	const stored = history.map(read);
	const baseline = history.length > 0 ? stored.slice(history.length - context.baseline.length) : context.baseline.map(read);
	const candidate = context.candidate.map(read);
	const readings = {
		baseline,
		candidate,
		stored
	};
	return [...baseline, ...candidate].some(({ kind }) => kind === "bounded") ? compareBounds(series, role, context, readings) : compareReadings(series, role, context, readings);
}
/**
* A value that is only known within bounds is compared twice, with the best and with the worst possible value. There is a verdict
* only if both are on the same side of the limit.
*/
function compareBounds(series, role, context, readings) {
	const ends = series.better === "higher" ? ["upper", "lower"] : ["lower", "upper"];
	const [best, worst] = [ends, ends.toReversed()].map(([now = "lower", before = "upper"]) => compareReadings(series, role, context, {
		candidate: readings.candidate.map((reading) => endOf(reading, now)),
		baseline: readings.baseline.map((reading) => endOf(reading, before)),
		stored: readings.stored
	}));
	if (best === void 0 || worst === void 0) throw new RangeError("Bounds have two ends.");
	return withinBounds(best, worst);
}
function compareReadings(series, role, context, { baseline, candidate, stored }) {
	const { design, limitRatio, history } = context;
	const read = {
		baseline: valuesOf(baseline),
		candidate: valuesOf(candidate)
	};
	const known = factsOf(series, role, limitRatio, read);
	if (role !== "other" && series.better === "neither" && read.candidate.length > 0) return decidedAs(known, "invalid", text`Whether more or less of it is better is not known.`);
	const usable = usableSides({
		series,
		role,
		design,
		baseline,
		candidate
	});
	if (usable.kind === "verdict") {
		const { verdict, reason, obstacle } = usable;
		return decidedAs({
			...known,
			...obstacle === void 0 ? {} : { obstacle }
		}, verdict, reason);
	}
	const values = {
		baseline: role === "endpoint" && history.length > 0 ? newestLevel(usable.baseline) : usable.baseline,
		candidate: usable.candidate
	};
	const facts = factsOf(series, role, limitRatio, values);
	if (series.unit === "ratio") return decidedAs({
		...facts,
		limitRatio: null
	}, shareVerdict(facts, values, context.maxShareRise), usable.note);
	const both = [...values.baseline, ...values.candidate];
	if (both.some(({ value }) => value === 0)) return decidedWithZero(facts, values, limitRatio, usable.note);
	const coarse = role === "other" ? null : notJudgedText(both) ?? coarseText(series, both, limitRatio);
	if (coarse !== null) return decidedAs({
		...facts,
		obstacle: "not-judged"
	}, role === "primary" ? "not-comparable" : "inconclusive", coarse);
	return {
		...estimated(facts, values, stored, context),
		note: usable.note
	};
}
function estimated(facts, values, stored, context) {
	const { alpha, alphaAgain, asksAgain, design, history, isNewLevel, minDelta, minTailSamples } = context;
	const { interval, noiseSource } = intervalOf(values, facts, stored, context);
	const worse = towardsWorse(interval, facts.better);
	const limitLog = limitLogOf(context.limitRatio, facts.better);
	return {
		kind: "estimated",
		facts,
		interval,
		worse,
		limitLog,
		alpha,
		alphaAgain,
		design,
		noiseSource,
		isStored: history.length > 0,
		isNewLevel,
		storedLogs: positiveLogs(stored),
		restAgrees: !asksAgain || !isOverLimit(worse, limitLog) || restAgrees(facts, values, stored, context),
		minDeltaRatio: facts.unit === "ms" && minDelta > 0 ? minDelta / (facts.baseline || NaN) : 0,
		tooFewSamples: tooFewSamples(facts, [...values.baseline, ...values.candidate], minTailSamples)
	};
}
/** No correction: the series is judged alone. */
function judgedAlone$1(estimated) {
	const { worse, better } = pValuesOf(estimated);
	return {
		pValueWorse: worse,
		pValueBetter: better,
		share: 1
	};
}
/**
* One-sided p-values before the correction: how often unchanged code would show an estimate at least this much worse, and at
* least this much better.
*/
function pValuesOf(estimated) {
	const { estimateLog, standardError, degreesOfFreedom, pValue } = estimated.worse;
	const seen = outlierShare(estimated, estimated.interval.estimateLog);
	const better = studentTUpperTail(-estimateLog / standardError, degreesOfFreedom);
	return {
		worse: Math.max(pValue, seen),
		better: Math.max(better, seen)
	};
}
/** Several candidate jobs show their own spread. A single job may be an outlier, as some stored jobs were. */
function outlierShare({ facts, storedLogs }, changeLog) {
	return facts.runs.candidate === 1 ? storedOutlierShare(storedLogs, changeLog) : 0;
}
function forgivenText(overLimit) {
	return overLimit ? text`It is over the limit, and smaller than min-delta, so it does not block.` : text`The difference is smaller than min-delta.`;
}
/** Twice the limit, on the scale of "worse". */
function doubledLimitLog({ limitRatio, better }) {
	return limitLogOf(Math.min(2 * (limitRatio ?? 0), .99), better);
}
/** The comparison with its verdict, after the correction. */
function withVerdict(estimated, correction) {
	const { facts, worse, interval, limitLog, alpha, design, tooFewSamples, minDeltaRatio } = estimated;
	const { pValueWorse, pValueBetter, share } = correction;
	const plain = verdictOf(worse, limitLog, proofOf(estimated, correction));
	const judged = tooFewSamples === null ? plain : weakened(plain);
	const forgiven = Math.abs(Math.expm1(interval.estimateLog)) < minDeltaRatio && (judged === "regressed" || judged === "unproven" || judged === "slower");
	const overLimit = isOverLimit(worse, limitLog);
	const reason = sentences$1(forgiven ? forgivenText(overLimit) : tooFewSamples, estimated.note);
	const noiseRatio = design === "pairs" ? interval.sd / Math.SQRT2 : interval.sd;
	const { limitRatio } = facts;
	const reach = detectableChangeRatio({
		...worse,
		alpha: alpha * share,
		limitLog
	});
	const unprovable = unprovableOf(estimated, reach, correction);
	return {
		...facts,
		estimate: {
			changeRatio: Math.expm1(interval.estimateLog),
			lower: Math.expm1(interval.lowerLog),
			upper: Math.expm1(interval.upperLog),
			confidence: 1 - alpha,
			pValue: worse.estimateLog >= 0 ? pValueWorse : pValueBetter,
			noiseRatio,
			noiseSource: estimated.noiseSource,
			detectableRatio: unprovable !== null ? null : facts.better === "higher" ? reach / (1 + reach) : reach,
			unprovable,
			likelihoodRatio: limitRatio === null || limitRatio === 0 ? null : likelihoodRatio(worse, doubledLimitLog(facts)),
			restAgrees: estimated.restAgrees,
			runsNeeded: limitRatio === null || limitRatio === 0 ? 1e400 : runsNeeded(estimated, noiseRatio, estimated.alphaAgain * share)
		},
		verdict: forgiven ? overLimit ? "inconclusive" : "unchanged" : judged,
		reason: reason.length === 0 ? null : reason
	};
}
/** The direction in which a change is proven. When another job can be measured, one slow job among several proves no slowdown. */
function proofOf(estimated, { pValueWorse, pValueBetter, isUneven }) {
	if (storeDoubt(estimated, isUneven) !== null) return null;
	const isDoubted = isOverLimit(estimated.worse, estimated.limitLog) && !estimated.restAgrees;
	if (pValueWorse < estimated.alpha) return isDoubted ? null : "worse";
	return pValueBetter < estimated.alpha ? "better" : null;
}
/** Why no comparison with this baseline proves anything. */
function storeDoubt({ noiseSource, isStored, isNewLevel }, isUneven = false) {
	if (noiseSource === "assumed") return "assumed-noise";
	if (isStored && isUneven) return "uneven-store";
	return isNewLevel ? "new-level" : null;
}
/** @param reach the smallest slowdown that would be proven */
function unprovableOf(estimated, reach, { share, isUneven }) {
	const { facts, alpha, tooFewSamples, minDeltaRatio } = estimated;
	const doubt = tooFewSamples !== null ? "too-few-requests" : storeDoubt(estimated, isUneven);
	if (doubt !== null) return doubt;
	if (outlierShare(estimated, facts.better === "higher" ? -Math.log1p(reach) : Math.log1p(reach)) > alpha * share) return "stored-outliers";
	return minDeltaRatio > reach ? "min-delta" : null;
}
/** The number of runs per side; against a store, the number of candidate runs. */
function runsNeeded({ facts, isStored, design }, noiseRatio, alpha) {
	const perSide = requiredRunsPerSide({
		sd: noiseRatio,
		effectRatio: 2 * (facts.limitRatio ?? 0),
		alpha,
		isPaired: design === "pairs"
	});
	return isStored ? requiredAgainst(facts.runs.baseline, perSide) : perSide;
}
function factsOf(series, role, limitRatio, { baseline, candidate }) {
	const runs = {
		baseline: baseline.length,
		candidate: candidate.length
	};
	const step = stepThatMatters([...baseline, ...candidate], limitRatio);
	return {
		...series,
		role,
		runs,
		baseline: medianOf(baseline),
		candidate: medianOf(candidate),
		limitRatio,
		...step === null ? {} : { step }
	};
}
/** The report shows the step when it is at least a fifth of the limit: from there on, the last digits of a value mislead the reader. */
function stepThatMatters(values, limitRatio) {
	const matters = values.filter(({ value, step }) => step !== null && step > 0 && step / value >= limitRatio / 5);
	return matters.length === 0 ? null : Math.max(...matters.map(({ step }) => step ?? 0));
}
function decidedAs(facts, verdict, reason) {
	return {
		kind: "decided",
		comparison: {
			...facts,
			estimate: null,
			verdict,
			reason
		}
	};
}
function intervalOf(values, series, history, context) {
	const baseline = values.baseline.map(({ value }) => value);
	const candidate = values.candidate.map(({ value }) => value);
	const { design, alpha } = context;
	const stepSds = [...values.baseline, ...values.candidate].map(({ step, value }) => (step ?? 0) / Math.sqrt(12) / value);
	const hidden = Math.max(roundingSd([...baseline, ...candidate]), ...stepSds);
	if (design === "pairs") return {
		interval: pairedInterval({
			logRatios: logsOf(candidate.map((value, index) => value / (baseline[index] ?? NaN))),
			prior: null,
			alpha,
			roundingSd: hidden
		}),
		noiseSource: "these-runs"
	};
	const { prior, noiseSource } = noiseFor(values, series, history, context);
	return {
		interval: unpairedInterval({
			baselineLogs: logsOf(baseline),
			candidateLogs: logsOf(candidate),
			prior,
			alpha,
			roundingSd: hidden
		}),
		noiseSource
	};
}
/**
* Whether the candidate still looks changed when its worst job is left out. A single job says nothing about a second one, so a
* primary series needs two jobs. An endpoint never causes another job to be measured, so one job is enough.
*/
function restAgrees(facts, values, history, context) {
	if (facts.limitRatio === null || facts.limitRatio === 0) return true;
	if (values.candidate.length === 1) return facts.role !== "primary";
	const order = facts.better === "higher" ? 1 : -1;
	const [, ...candidate] = values.candidate.toSorted((left, right) => order * (left.value - right.value));
	const { interval } = intervalOf({
		...values,
		candidate
	}, facts, history, context);
	return likelihoodRatio(towardsWorse(interval, facts.better), doubledLimitLog(facts)) > 1;
}
function positiveLogs(readings) {
	return valuesOf(readings).flatMap(({ value }) => value > 0 ? [Math.log(value)] : []);
}
function noiseFor({ baseline, candidate }, series, history, context) {
	const known = noisePrior(positiveLogs(history), baseline.length);
	const few = Math.min(baseline.length, candidate.length) < 3;
	const prior = known ?? (few ? ASSUMED_NOISE : null);
	return {
		prior: prior === null || context.design !== "single" ? prior : atLeastSampling(prior, series, context),
		noiseSource: known !== null ? "history" : few ? "assumed" : "these-runs"
	};
}
/**
* One run per side does not show its own noise. But a percentile of few requests has at least the uncertainty that follows from
* their number.
*/
function atLeastSampling(prior, series, { baseline, candidate, reader }) {
	const errors = [...baseline, ...candidate].map((group) => reader.samplingError(group, series));
	return {
		...prior,
		sd: Math.max(prior.sd, ...errors)
	};
}
/**
* The number of endpoints for which the search is corrected. A service has dozens of endpoints. Without a correction each would
* have a false step with a chance of 1 in 40, so a few of them would always be compared with a false level.
*/
const ENDPOINTS_SEARCHED = 50;
/** The newest level of one endpoint: an endpoint may have changed its level while the service as a whole did not. */
function newestLevel(values) {
	const logs = logsOf(values.map(({ value }) => value));
	return values.slice(lastSegmentStart(logs, ENDPOINTS_SEARCHED));
}
function notJudgedText(values) {
	return values.find(({ notJudged }) => notJudged !== null)?.notJudged ?? null;
}
/** A limit that is not wider than one rounding step cannot be judged: the number either stays, or jumps over the limit. */
function coarseText({ stat }, values, limitRatio) {
	const widest = Math.max(0, ...values.map(({ value, step }) => (step ?? 0) / value));
	if (widest < limitRatio || widest === 0) return null;
	const percent = (ratio) => `${Number((100 * ratio).toPrecision(2))} %`;
	return text`The tool rounds ${stat} to steps of ${percent(widest)} here, and the limit is ${percent(limitRatio)}: it cannot be judged. Gate on a number that moves in narrower steps, such as the mean, or give a file of the tool that has more digits.`;
}
function tooFewSamples(series, values, minTailSamples) {
	if (isOfBenchmark(series)) return null;
	const percentile = /^p(\d+(?:\.\d+)?)$/.exec(series.stat)?.[1];
	if (percentile === void 0) return null;
	const counts = values.flatMap(({ sampleCount }) => sampleCount === null ? [] : [sampleCount]);
	const share = Math.max(Math.round((100 - Number(percentile)) * 1e6) / 1e8, 0);
	const fewest = Math.min(...counts);
	if (counts.length === 0 || fewest * share >= minTailSamples - 1e-9) return null;
	const needed = Math.ceil(minTailSamples / share - 1e-6);
	return text`Only ${fewest} requests in a run: ${series.stat} rests on ${Math.floor(fewest * share)} of them. ${needed} are needed.`;
}
/**
* Shares are compared in percentage points, by their mean: if everything fails in one run of three, that is not noise. The rule
* for error rates decides what blocks. For a share that is not gated, the verdict only says in which direction it changed.
*/
function shareVerdict({ better, role }, values, maxRise) {
	const [before, now] = [values.baseline, values.candidate].map((side) => mean(side.map(({ value }) => value)));
	const rise = (now ?? 0) - (before ?? 0);
	const worse = better === "higher" ? -rise : rise;
	if (role === "primary") return worse > maxRise + 1e-9 ? "unproven" : "unchanged";
	return worse > 0 && better !== "neither" ? "inconclusive" : "unchanged";
}
/**
* A counter or a gauge that is 0 in some runs has no logarithm, so it is compared by the mean and nothing is proven. A first
* error after a baseline without errors is over every limit. If both sides did no work at all, there is nothing to compare.
*/
function decidedWithZero(facts, values, limitRatio, note) {
	const [before = 0, now = 0] = [values.baseline, values.candidate].map((side) => mean(side.map(({ value }) => value)));
	const isHigher = facts.better === "higher";
	if (isHigher && before === 0 && now === 0) return decidedAs(facts, "invalid", text`It is 0 on both sides: nothing was counted.`);
	const isOver = isHigher ? now < before * (1 - limitRatio) : now > before * (1 + limitRatio);
	const reason = text`It is 0 in some runs, so it is compared by the mean: ${rounded(before)} before, ${rounded(now)} now.`;
	return decidedAs(facts, isOver ? "unproven" : "unchanged", sentences$1(reason, note));
}
function rounded(value) {
	return String(Number(value.toPrecision(4)));
}
function medianOf(values) {
	return values.length === 0 ? null : median(values.map(({ value }) => value));
}
// src/statistics/window.ts
/** A longer window lags behind a drift of the default branch: simulated with 20 jobs. */
const MAX_WINDOW_JOBS = 20;
/**
* The stored runs of one service at or before the anchor, in the order of the history, oldest first. If the history is not known,
* the order of recording is used instead.
*/
function atOrBeforeAnchor(stored, ancestry) {
	if (ancestry === null) return stored;
	const age = new Map(ancestry.commits.map((commit, index) => [commit, index]));
	return stored.filter(({ commit }) => age.has(commit)).toSorted((left, right) => (age.get(right.commit) ?? 0) - (age.get(left.commit) ?? 0));
}
/**
* Chooses the baseline: jobs since the last change of level, at most 20. A level starts at a marked job (regressed, overridden or
* improved) or where a primary series steps. A change that the next job reverts is not a new level.
*
* @param comparable stored runs of the same conditions at or before the anchor, oldest first
* @returns null when there is none
*/
function selectWindow(comparable, primaries, ancestry, reader) {
	const jobs = storedJobs(comparable);
	const marked = lastMarkedLevel(jobs);
	const steps = primaries.flatMap((primary) => stepsOf(jobs, primary, reader));
	const windowStart = Math.max(0, marked, jobs.length - MAX_WINDOW_JOBS, ...steps.map(({ position }) => position));
	const chosen = jobs.slice(windowStart);
	const newest = chosen.at(-1);
	if (newest === void 0) return null;
	return {
		jobs: chosen.map(({ runs }) => runs),
		newest: newest.runs,
		history: {
			jobs,
			windowStart,
			changePoints: steps
		},
		window: {
			commit: newest.commit,
			commitsBehind: ancestry === null ? null : ancestry.commits.indexOf(newest.commit),
			jobs: chosen.length,
			runs: chosen.reduce((count, { runs }) => count + runs.length, 0),
			newestRecordedAt: newest.recordedAt,
			mark: marked === windowStart ? jobs[marked]?.mark ?? null : null
		}
	};
}
/** A step counts as reverted if the next job comes back to within this part of it. */
const TAKEN_BACK = .25;
/**
* Where the last marked level starts. If one job was marked and the next job was marked because it came back, the first was an
* outlier or a change that was reverted at once, so the level before them continues. Otherwise each outlier would throw all good
* jobs away.
*
* @returns -1 where there is none
*/
function lastMarkedLevel(jobs) {
	const last = jobs.findLastIndex(({ mark }) => mark !== null);
	const [left, back] = [jobs[last - 1]?.mark, jobs[last]?.mark];
	return isStep(left) && isStep(back) && isTakenBack(left, back) ? lastMarkedLevel(jobs.slice(0, last - 1)) : last;
}
/** An overridden slowdown always starts a level, because a person accepted it. */
function isStep(mark) {
	return mark != null && mark.kind !== "overridden";
}
function isTakenBack(left, back) {
	const [away, home] = [Math.log1p(left.changeRatio), Math.log1p(back.changeRatio)];
	return Math.abs(away + home) < TAKEN_BACK * Math.abs(away);
}
/** Stored runs by the job that they shared, in the order in which the jobs first appear. */
function storedJobs(stored) {
	return [...groupBy(stored, ({ commit, run }) => JSON.stringify([commit, run.jobId])).values()].flatMap(([first, ...rest]) => first === void 0 ? [] : [{
		commit: first.commit,
		runs: [first.run, ...rest.map(({ run }) => run)],
		mark: [first, ...rest].find(({ mark }) => mark !== null)?.mark ?? null,
		recordedAt: rest.at(-1)?.recordedAt ?? first.recordedAt
	}]);
}
/** Positions at which one series changes its level, among jobs of the same conditions. */
function stepsOf(jobs, { metric, stat, endpoint }, reader) {
	const values = jobs.flatMap(({ runs }, position) => {
		const reading = reader.read(runs, {
			metric,
			stat,
			endpoint
		});
		return reading.kind === "value" && reading.value > 0 ? [{
			position,
			value: reading.value
		}] : [];
	});
	if (values.length === 0) return [];
	return changePoints(logsOf(values.map(({ value }) => value))).flatMap((index) => {
		const position = values[index]?.position;
		return position === void 0 ? [] : [{
			metric,
			stat,
			position
		}];
	});
}
/** All runs of the store. */
function storedRuns(lookup) {
	return lookup?.kind === "found" ? [...lookup.services.values()].flat() : [];
}
/** The runs of the newest stored commit of each service, at or before the anchor, as a baseline. */
function newestRuns(lookup, ancestry) {
	if (lookup?.kind !== "found") return [];
	return [...lookup.services.values()].flatMap((all) => {
		const stored = atOrBeforeAnchor(all, ancestry);
		const commit = stored.at(-1)?.commit;
		return stored.flatMap((one) => one.commit === commit ? [{
			...one.run,
			side: "baseline"
		}] : []);
	});
}
// src/statistics/baseline-side.ts
/** Finds the baseline of one service. Never throws: `state` says why there is no baseline. */
function baselineSide(sources) {
	const { service, candidate, beside, lookup, ancestry, known } = sources;
	if (beside.length > 0) return besideBaseline(sources);
	if (lookup === null || lookup.kind === "never-written") return noBaseline("never-written", candidate);
	if (lookup.kind === "unreadable") return noBaseline("unreadable", candidate);
	const stored = atOrBeforeAnchor(lookup.services.get(service) ?? [], ancestry);
	const newest = stored.at(-1);
	if (newest === void 0) return noBaseline(known ? "unusable" : "unknown-service", candidate);
	return storedBaseline(stored, newest, sources);
}
function noBaseline(state, candidate) {
	return {
		runs: [],
		expected: [],
		history: null,
		window: null,
		differences: [],
		state,
		sides: noSides(candidate)
	};
}
/**
* Candidate runs are compared with baseline runs of the same conditions. Candidate runs without such a baseline run are named and
* left out.
*/
function besideBaseline({ origin, ...sources }) {
	const measured = [...sources.beside, ...sources.candidate];
	const all = origin === "same-results" ? withSharedConditions(measured) : measured;
	const [beside, candidate] = [all.slice(0, sources.beside.length), all.slice(sources.beside.length)];
	const asMeasured = (run) => measured[all.indexOf(run)] ?? run;
	const known = new Set(beside.map(({ conditions }) => conditionsKey(conditions)));
	const comparable = candidate.filter(({ conditions }) => known.has(conditionsKey(conditions)));
	const wanted = new Set(comparable.map(({ conditions }) => conditionsKey(conditions)));
	const runs = candidate.length === 0 ? beside : beside.filter((run) => wanted.has(conditionsKey(run.conditions)));
	const newest = beside.at(-1);
	const left = candidate.filter((run) => !comparable.includes(run));
	const compared = candidate.length === 0 || comparable.length > 0;
	return {
		state: "used",
		sides: compared ? sidesOfResults(runs, comparable, origin) : noSides(candidate),
		runs: (compared ? runs : beside).map(asMeasured),
		expected: runs,
		history: null,
		window: null,
		differences: newest === void 0 ? [] : differencesOf(newest.conditions, left, candidate.length)
	};
}
function storedBaseline(stored, newest, { candidate, primaries, ancestry, reader }) {
	const conditions = candidate.length === 0 ? conditionsKey(newest.run.conditions) : comparableKey(stored, candidate);
	const chosen = selectWindow(stored.filter(({ run }) => conditionsKey(run.conditions) === conditions), primaries, ancestry, reader);
	const inStore = new Set(stored.map(({ run }) => conditionsKey(run.conditions)));
	const unknown = candidate.filter((run) => !inStore.has(conditionsKey(run.conditions)));
	const differences = differencesOf(newest.run.conditions, unknown, candidate.length);
	if (chosen === null) return {
		state: "used",
		sides: noSides(candidate),
		runs: [newest.run],
		expected: [],
		history: null,
		window: null,
		differences
	};
	const same = candidate.filter((run) => conditionsKey(run.conditions) === conditions);
	const sides = sidesOfJobs(chosen.jobs, groupByJob(same));
	const other = candidate.length - same.length - unknown.length;
	return {
		state: "used",
		sides: {
			...sides,
			notes: [...sides.notes, ...other === 0 ? [] : [otherConditionsNote(other)]]
		},
		runs: chosen.jobs.flat(),
		expected: chosen.newest,
		history: chosen.history,
		window: chosen.window,
		differences
	};
}
/** The conditions that most candidate runs share with stored runs: machines of two classes are not mixed in one comparison. */
function comparableKey(stored, candidate) {
	const inStore = new Set(stored.map(({ run }) => conditionsKey(run.conditions)));
	return [...groupBy(candidate, ({ conditions }) => conditionsKey(conditions))].filter(([key]) => inStore.has(key)).toSorted(([left, leftRuns], [right, rightRuns]) => rightRuns.length - leftRuns.length || compareText(left, right))[0]?.[0] ?? null;
}
function otherConditionsNote(runs) {
	return text`Left out: ${runs === 1 ? "1 run was" : `${runs} runs were`} measured under other conditions than most. Run all of them on the same class of machine.`;
}
// src/statistics/level-context.ts
/**
* One-sided error rate of each bound. Every pull request compares the same stored runs. That is one test, so it is not
* divided.
*/
const ALPHA$1 = .05;
/** How two levels of the default branch are compared: as the gate compares a candidate, but no job can be measured again. */
function levelContext(then, now, policy, limits, reader) {
	return {
		...sidesOfJobs(then.jobs, now),
		...limits,
		history: then.history.jobs.map(({ runs }) => runs),
		minTailSamples: policy.minTailSamples,
		maxShareRise: policy.maxErrorRateIncrease,
		alpha: ALPHA$1,
		alphaAgain: ALPHA$1,
		asksAgain: false,
		isNewLevel: false,
		reader
	};
}
// src/statistics/drift.ts
/**
* Compares the window of the default branch with the window at a second anchor.
*
* @returns null when nothing stored at or before the anchor was measured under the conditions of now
*/
function driftSince(anchor, { series, now, stored, policy, reader }) {
	const conditions = now.at(-1)?.[0].conditions;
	if (conditions === void 0) return null;
	const wanted = conditionsKey(conditions);
	const then = selectWindow(atOrBeforeAnchor(stored, anchor.ancestry).filter(({ run }) => conditionsKey(run.conditions) === wanted), series, anchor.ancestry, reader);
	if (then?.window.commit == null) return null;
	const context = levelContext(then, now, policy, {
		limitRatio: anchor.maxDriftRatio,
		minDelta: policy.minDelta
	}, reader);
	const comparisons = series.map((one) => {
		const uncorrected = compareSeries(one, "primary", context);
		return uncorrected.kind === "decided" ? uncorrected.comparison : withVerdict(uncorrected, judgedAlone$1(uncorrected));
	});
	return {
		anchor: anchor.name,
		commit: then.window.commit,
		comparisons
	};
}
// src/statistics/load-differences.ts
/** When the load of two sides differs by more than this, they did not run the same test. Two runs of the same test differ by less. */
const MAX_LOAD_DIFFERENCE = .1;
/**
* If p96 is this many times p94, there is a step between two groups of requests. Even a very long lognormal tail, with a standard
* deviation of 1, only has 1.22: exp(qnorm(.96) - qnorm(.94)) in R.
*/
const MODE_STEP = 1.5;
/** How the load of the two sides differs, and whether the p95 stands on a step and is therefore unstable. In full sentences. */
function loadDifferencesOf(baseline, candidate) {
	if (baseline.length === 0 || candidate.length === 0) return [];
	const load = [
		durationNote(baseline, candidate),
		requestsNote(baseline, candidate),
		usersNote(baseline, candidate)
	].filter((message) => message !== null);
	const mode = modeNote([...candidate, ...baseline]);
	return [...load.map((message) => ({
		kind: "load-parity",
		message
	})), ...mode === null ? [] : [{
		kind: "mode-boundary",
		message: mode
	}]];
}
function durationNote(baseline, candidate) {
	const medians = mediansOf(baseline, candidate, ({ run }) => run.durationMs);
	if (medians === null || !isDifferent(medians)) return null;
	const seconds = (ms) => `${(ms / 1e3).toFixed(ms < 1e4 ? 1 : 0)} s`;
	return text`The load test ran for ${seconds(medians.now)}, and for ${seconds(medians.before)} in the baseline. A shorter test has more of its warm-up in it: run both for the same time.`;
}
function requestsNote(baseline, candidate) {
	const medians = mediansOf(baseline, candidate, (run) => statOf$1(run, "throughput", "rate"));
	if (medians === null || !isDifferent(medians) || medians.now < .75 * medians.before) return null;
	const more = medians.now > medians.before ? "more" : "fewer";
	const looks = medians.now > medians.before ? "slower" : "faster";
	return text`The service received ${medians.now.toFixed(1)} requests per second; in the baseline, ${medians.before.toFixed(1)}. With ${more} requests a service looks ${looks} than it is: let the load tool start a fixed number of requests per second, so that both medians get the same load.`;
}
function usersNote(baseline, candidate) {
	const medians = mediansOf(baseline, candidate, (run) => statOf$1(run, "virtual-users", "value") ?? statOf$1(run, "virtual-users", "max"));
	if (medians === null || !isDifferent(medians)) return null;
	return text`The load test had up to ${medians.now} virtual users, and ${medians.before} in the baseline. Either its options changed, or it needed more users because the service was slower.`;
}
function modeNote(runs) {
	const steps = runs.flatMap((run) => {
		const p94 = statOf$1(run, "latency", "p94");
		const p96 = statOf$1(run, "latency", "p96");
		return p94 === null || p96 === null || p94 <= 0 ? [] : [p96 / p94];
	});
	const largest = Math.max(0, ...steps);
	if (largest < MODE_STEP) return null;
	return text`The p95 falls between two groups of requests: p96 is ${largest.toFixed(1)} times p94, so about one request in twenty belongs to a slow group. A small change in the number of slow requests moves the p95 far. Look at p90 and p99, or measure the slow requests as an endpoint of their own.`;
}
function mediansOf(baseline, candidate, read) {
	const before = baseline.flatMap((run) => read(run) ?? []);
	const now = candidate.flatMap((run) => read(run) ?? []);
	return before.length === 0 || now.length === 0 ? null : {
		before: median(before),
		now: median(now)
	};
}
function isDifferent({ before, now }) {
	return Math.abs(now - before) > MAX_LOAD_DIFFERENCE * Math.max(before, now);
}
function statOf$1({ run }, quantity, stat) {
	return measuredAs(run.measurements, quantity)?.stats.get(stat) ?? null;
}
// src/statistics/missing-parts.ts
/**
* Parts of the load test that the newest stored commit has and these results do not have: legs of a matrix, where each leg is an
* artifact, and load generators that shared a run. When a part is missing, less was measured than before, and the remaining
* numbers may look better.
*
* @param stored at or before the anchor, oldest first
* @returns null where nothing is missing, or nothing is known
*/
function missingParts(stored, candidate) {
	const commit = stored.at(-1)?.commit;
	const before = stored.flatMap((one) => one.commit === commit ? [one.run] : []);
	const legs = missingLegs(before, candidate);
	const generators = {
		expected: Math.max(1, ...before.map(({ instances = 1 }) => instances)),
		found: Math.min(...candidate.map(({ instances = 1 }) => instances))
	};
	const isFewer = candidate.length > 0 && generators.found < generators.expected;
	return legs.length === 0 && !isFewer ? null : {
		legs,
		generators: isFewer ? generators : null
	};
}
/**
* If both sides share some names of artifacts, the other legs were lost. If all names differ, the workflow of the default branch
* only gives its artifacts other names.
*/
function missingLegs(before, candidate) {
	const [expected, found] = [partsOf(before), partsOf(candidate)];
	if (candidate.some(({ source }) => source.part == null)) return [];
	if (![...expected].some((part) => found.has(part))) return [];
	return [...expected].filter((part) => !found.has(part)).toSorted(compareText);
}
function partsOf(runs) {
	return new Set(runs.flatMap(({ source }) => source.part ?? []));
}
// src/statistics/rare-endpoints.ts
/**
* A name with 10 requests in one run is absent from another run of the same test in 5 of 100,000 cases, if requests are drawn at
* random: exp(-10). A name with fewer requests appears and disappears by chance.
*/
const MIN_REQUESTS = 10;
/**
* Names that never come back: an id, a hash or a UUID in an address makes a new name for each request or for each build. If such
* names counted as missing, every change would be blocked.
*/
function rareEndpoints({ candidate, baseline, expected, read }) {
	const now = candidate.map(requestsByEndpoint);
	const before = expected.map(requestsByEndpoint);
	const newest = baseline.slice(-5).map(requestsByEndpoint);
	const isIn = (name, runs) => runs.some((run) => run.has(name));
	const hasMany = (name, runs) => isIn(name, runs) && meanRequests(name, runs) >= MIN_REQUESTS;
	const isSteady = (name) => meanRequests(name, before) === UNKNOWN || 2 * newest.filter((run) => run.has(name)).length > newest.length;
	const recurs = (name) => hasMany(name, before) && isSteady(name);
	const all = [...new Set([...now, ...before].flatMap((run) => [...run.keys()]))].sort();
	const lost = all.filter((name) => !isIn(name, now));
	const added = all.filter((name) => !isIn(name, before));
	const renamed = candidate.length === 0 ? /* @__PURE__ */ new Set() : sameShape(lost, added);
	const isGone = (name) => renamed.has(name) || mayBeInOther(name, candidate, read) || isGroupedNow(name, now, read.endpointGroups);
	const rare = all.filter((name) => {
		const hasEnough = hasMany(name, now) && (hasMany(name, before) || !isIn(name, before));
		if (isIn(name, now)) return renamed.has(name) || !hasEnough && !recurs(name);
		return !recurs(name) || isGone(name);
	});
	const names = new Set(rare);
	return {
		names,
		lost: candidate.length === 0 ? [] : lost.filter((name) => names.has(name))
	};
}
function requestsByEndpoint({ run }) {
	const requests = /* @__PURE__ */ new Map();
	for (const { endpoint, kind, sampleCount, stats } of run.measurements) {
		if (endpoint === null) continue;
		const count = (kind === "counter" ? stats.get("count") : sampleCount) || null;
		const known = requests.get(endpoint) ?? null;
		requests.set(endpoint, count === null || known === null ? count ?? known : Math.max(count, known));
	}
	return requests;
}
/**
* A run without counts comes from a summary. Summaries only have endpoints that the author of the script named, so these
* endpoints are never rare.
*/
const UNKNOWN = Number.POSITIVE_INFINITY;
function meanRequests(name, runs) {
	return runs.map((run) => run.has(name) ? run.get(name) ?? UNKNOWN : 0).reduce((sum, count) => sum + count, 0) / runs.length;
}
/**
* Above the largest number of endpoints, names are counted as `other` in the order in which they come. Any name may therefore be
* in `other` on one side only.
*/
function mayBeInOther(name, candidate, { maxEndpoints }) {
	return candidate.some(({ run }) => {
		if (run.cutOffNames != null) return run.cutOffNames.has(name);
		const names = new Set(run.measurements.map(({ endpoint }) => endpoint));
		return names.has("other") && names.size - Number(names.has(null)) > maxEndpoints;
	});
}
/** The baseline was recorded before the policy grouped these names. */
function isGroupedNow(name, now, groups) {
	const group = groupedName(name, groups);
	return group !== name && now.some((run) => run.has(group));
}
/**
* Names that differ from a name of the other side only by an id. An asset with a new hash is not a new endpoint, and its old name
* is not a lost endpoint.
*/
function sameShape(lost, added) {
	const shapesOf = (names) => new Set(names.map(shapeOf));
	const [before, now] = [shapesOf(lost), shapesOf(added)];
	const changed = (name, other) => shapeOf(name) !== name && other.has(shapeOf(name));
	return /* @__PURE__ */ new Set([...lost.filter((name) => changed(name, now)), ...added.filter((name) => changed(name, before))]);
}
/** UUIDs, hashes of eight characters and more, and numbers that stand alone between separators. */
const ID = /(?<![a-z\d])(?:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|(?=[a-z]*\d)[\da-f]{8,}|\d+)(?![a-z\d])/gi;
/** `/users/*` for `/users/17`. */
function shapeOf(name) {
	return name.replaceAll(ID, "*");
}
/** The notes on rare names: they are not judged on their own, whether both sides or only the candidate have them. */
function rareNotes({ names: rare, lost }) {
	const kept = [...rare].filter((name) => !lost.includes(name));
	if (kept.length === 0) return [];
	const what = kept.length === 1 ? "1 endpoint has" : `${kept.length} endpoints have`;
	return [text`${what} fewer than ${MIN_REQUESTS} requests per run or a name that does not come back, so they count in the whole service only: ${names(kept)}.`];
}
// src/statistics/selection-notes.ts
/** Notes on runs whose files cannot be trimmed, so that they count other samples than the policy wants. Empty: there are none. */
function selectionNotes(runs) {
	const untrimmed = runs.filter(({ run }) => isUntrimmed(run));
	const [first] = untrimmed;
	if (first === void 0) return [];
	const { wanted = null, applied = null } = first.run.selection ?? {};
	const count = untrimmed.length === 1 ? "1 run counts" : `${untrimmed.length} runs count`;
	return [text`The policy counts ${samples(wanted)}, but ${count} ${samples(applied)}: summaries and digests cannot be trimmed. Upload raw points, or give the policy to ${code("perf-gate digest")}.`];
}
function samples(selection) {
	return selection === null ? text`all samples` : text`samples ${selection}`;
}
// src/statistics/series-of-service.ts
/** The percentiles that a report shows of a latency that is gated. */
const LATENCY_STATS$1 = [
	"p50",
	"p95",
	"p99"
];
/**
* All series of one service, in a fixed order: the series of the candidate and those that the candidate is expected to have. The
* primary series are always included, even if no run has them.
*
* @param expected the newest baseline unit: an endpoint that only older stored runs have was removed on the default branch on
* purpose, so it is not missing
* @param rare names that are too rare to be endpoints
*/
function seriesOfService(service, primary, candidate, expected, rare) {
	const measured = [...candidate, ...expected].flatMap(({ run }) => run.measurements.flatMap((measurement) => {
		const { metric, endpoint } = measurement;
		if (endpoint !== null && rare.has(endpoint)) return [];
		const better = directionOf(measurement, primary);
		return statsOf({
			...measurement,
			better
		}, primary).map((stat) => {
			const quantity = measurement.quantity === void 0 ? {} : { quantity: measurement.quantity };
			const series = {
				service,
				endpoint,
				metric,
				stat,
				unit: unitOf$1(measurement, stat),
				better,
				...quantity
			};
			return {
				series,
				role: roleOf(series, primary)
			};
		});
	}));
	const absent = primary.map((series) => absentPrimary(service, series));
	return [...new Map([...absent, ...measured.toReversed()].map((one) => [placeOf$2(one), one]))].toSorted(([left], [right]) => compareText(left, right)).map(([, one]) => one);
}
function absentPrimary(service, { metric, stat, better = "lower" }) {
	return {
		role: "primary",
		series: {
			service,
			endpoint: null,
			metric,
			stat,
			unit: metric.endsWith("_duration") ? "ms" : "none",
			better
		}
	};
}
/** The direction of the policy, otherwise that of the format. A gated time without either is better when it is shorter. */
function directionOf({ metric, kind, unit, better }, primary) {
	const gated = primary.filter((series) => series.metric === metric);
	const said = gated.find((series) => series.better !== void 0)?.better;
	const isTime = gated.length > 0 && kind === "trend" && unit === "ms";
	return said ?? (better === "neither" && isTime ? "lower" : better);
}
/** The unit of a counter is that of its rate. Its count has no unit. */
function unitOf$1({ kind, unit }, stat) {
	if (kind !== "counter" || stat !== "count") return unit;
	return unit === "bytes-per-second" ? "bytes" : "count";
}
function statsOf(measurement, primary) {
	const { metric, quantity, endpoint, kind, stats, unusable, better } = measurement;
	const known = quantityOf({
		metric,
		quantity
	});
	const gated = primary.filter((series) => series.metric === metric).map(({ stat }) => stat);
	if (gated.length > 0) {
		const shown = kind === "trend" && better !== "neither" ? LATENCY_STATS$1.filter((stat) => stats.has(stat) || unusable.has(stat)) : [];
		return [.../* @__PURE__ */ new Set([...gated, ...shown])];
	}
	if (known === "latency") return LATENCY_STATS$1.filter((stat) => stats.has(stat) || unusable.has(stat));
	if (isResource$1(measurement)) {
		const [first = ""] = RESOURCE_STATS.get(metric)?.stats ?? [];
		return stats.has(first) || unusable.has(first) ? [first] : [];
	}
	if (endpoint !== null || better === "neither") return [];
	if (kind === "trend") return stats.has("p95") ? ["p95"] : [];
	if (kind === "rate" || known === "throughput") return stats.has("rate") ? ["rate"] : [];
	if (kind === "gauge") return stats.has("value") ? ["value"] : [];
	return [];
}
function roleOf(key, primary) {
	if (!primary.some(({ metric, stat }) => metric === key.metric && stat === key.stat)) return "other";
	return key.endpoint === null ? "primary" : "endpoint";
}
/**
* The key by which series are sorted: primary series first, then endpoints by name, whatever the order of files. Equal series
* have equal keys.
*/
function placeOf$2({ role, series }) {
	return JSON.stringify([
		role === "primary" ? 0 : role === "endpoint" ? 1 : 2,
		series.endpoint,
		series.metric,
		series.stat
	]);
}
// src/statistics/unlike-requests.ts
/**
* The largest allowed difference of the shares of failed requests. Below it, the cost of the failed requests is less than the
* noise of the others.
*/
const MAX_DIFFERENCE = .01;
/**
* Why the processor time per request of both sides cannot be compared; null: it can. A failed request is cheap: in a run that
* lost 297 of 900 requests, 0.54 ms per request were measured instead of the true 1.5 ms. A broken service would look more
* efficient.
*/
function unlikeRequests(baseline, candidate) {
	const failed = errorShares(baseline, candidate).find(({ endpoint, quantity, better }) => endpoint === null && quantity === "error-share" && better === "lower");
	const [before, now] = [failed?.baseline.ratio ?? null, failed?.candidate.ratio ?? null];
	if (before === null || now === null || Math.abs(now - before) <= MAX_DIFFERENCE) return null;
	return text`${percent(before)} of the requests failed before and ${percent(now)} now, and a failed request needs less.`;
}
function percent(ratio) {
	return `${Number((100 * ratio).toPrecision(3))} %`;
}
// src/statistics/estimate-service.ts
/** One-sided error rate of every bound, for data that are judged once. */
const ALPHA = .05;
/** Compares one service, as far as that does not depend on the others. */
function estimateService(service, runs, input) {
	const policy = input.policyFor(service);
	const candidate = runs.filter(({ side }) => side === "candidate");
	const beside = runs.filter(({ side }) => side === "baseline");
	const refusals = input.collected.refusals.filter((refusal) => refusal.service === service);
	const known = isKnown(service, input);
	const primaries = policy.primary.map((primary) => ({
		...primary,
		endpoint: null
	}));
	const reader = seriesReader();
	const baseline = baselineSide({
		...input,
		service,
		candidate,
		beside,
		known,
		primaries,
		reader
	});
	const { sides, window, history, differences, state } = baseline;
	const { expected } = baseline;
	const rare = rareEndpoints({
		candidate,
		baseline: baseline.runs,
		expected,
		read: policy.read
	});
	const all = seriesOfService(service, policy.primary, candidate, expected, rare.names);
	const series = input.only === void 0 ? all : all.filter(({ role }) => role === input.only);
	const parts = {
		service,
		policy,
		baseline,
		refusals,
		reader,
		input
	};
	const mayBeAbsent = candidate.length === 0 && refusals.length === 0 && input.isUntouched(service);
	const comparisons = series.map((one) => estimateSeries(one, parts));
	const drift = driftOf(series, parts);
	const unknownDrift = input.drift && window !== null && drift === null ? [driftUnknown(input.drift.name)] : [];
	return {
		evidence: {
			service,
			known,
			baselineState: state,
			design: sides.design,
			candidateRuns: candidate,
			baselineRuns: baseline.runs,
			refusals,
			window,
			history,
			differences,
			missing: partsLost(service, candidate, input),
			drift,
			rareEndpoints: {
				names: [...rare.names],
				lost: rare.lost
			},
			loadDifferences: loadDifferencesOf(sides.baseline.flat(), sides.candidate.flat()),
			notes: [
				...sides.notes,
				...selectionNotes(candidate),
				...rareNotes(rare),
				...supersededNotes(service, input),
				...unknownDrift
			]
		},
		comparisons: mayBeAbsent ? comparisons.map(notRun) : comparisons
	};
}
function partsLost(service, candidate, { lookup, ancestry }) {
	if (lookup?.kind !== "found") return null;
	return missingParts(atOrBeforeAnchor(lookup.services.get(service) ?? [], ancestry), candidate);
}
function supersededNotes(service, { collected: { superseded = [] } }) {
	return superseded.filter((one) => one.service === service).map(({ path, problem }) => text`Measured again since: ${name(path)}. It was refused: ${problem}`);
}
function isKnown(service, { namedServices, lookup }) {
	return namedServices.includes(service) || lookup?.kind === "found" && lookup.services.has(service);
}
function estimateSeries({ series, role }, parts) {
	const { policy, baseline, reader, input } = parts;
	const alphaAgain = alphaEachStage(baseline);
	const uncorrected = compareSeries(series, role, {
		...baseline.sides,
		history: baseline.history?.jobs.map(({ runs }) => runs) ?? [],
		limitRatio: input.limitFor(policy, series.endpoint),
		minDelta: policy.minDelta,
		minTailSamples: policy.minTailSamples,
		maxShareRise: policy.maxErrorRateIncrease,
		alpha: hasMoreStages(parts) ? alphaAgain : ALPHA,
		alphaAgain,
		asksAgain: hasMoreStages(parts) && baseline.window !== null,
		isNewLevel: isNewLevel(baseline),
		reader
	});
	const unlike = unlikeResources(series, baseline);
	if (unlike !== null) return notCompared(uncorrected, unlike);
	if (uncorrected.kind === "estimated") return uncorrected;
	return {
		kind: "decided",
		comparison: {
			...uncorrected.comparison,
			...explained(uncorrected.comparison, parts)
		}
	};
}
/** Why the processor and the memory of both sides cannot be compared; null: they can, or it is another series. */
function unlikeResources({ metric, endpoint }, { sides }) {
	if (endpoint !== null || !RESOURCE_STATS.has(metric)) return null;
	const [baseline, candidate] = [sides.baseline.flat(), sides.candidate.flat()];
	const differences = setUpDifferences(baseline, candidate);
	if (differences.length > 0) return sentences$1(...differences);
	return metric === "cpu_per_request" ? unlikeRequests(baseline, candidate) : null;
}
function notCompared(uncorrected, reason) {
	return {
		kind: "decided",
		comparison: {
			...uncorrected.kind === "estimated" ? uncorrected.facts : uncorrected.comparison,
			estimate: null,
			verdict: "not-comparable",
			reason
		}
	};
}
/** Data that are judged at several stages have a smaller error rate at each stage. */
function alphaEachStage({ window }) {
	return window === null ? ALPHA_EACH_STAGE : ALPHA_EACH_STORE_STAGE;
}
function hasMoreStages({ input, baseline }) {
	return Boolean(input.confirmation) || hasSeveralAttempts(baseline.sides.candidate.flat());
}
/**
* A level of fewer jobs is too new to prove anything. In 1.2 % of steady stores the search finds a step by mistake, and such a
* false level is extreme. Against its three to seven jobs, unchanged code is "proven" to be slower 5 to 12 times as often as it
* should be (60,000 simulated, 4 % noise).
*/
const NEW_LEVEL_JOBS = 8;
function isNewLevel({ history, window }) {
	if (history === null || window === null || window.mark !== null || window.jobs >= NEW_LEVEL_JOBS) return false;
	return history.changePoints.some(({ position }) => position === history.windowStart);
}
/** Runs of several attempts were judged after each attempt: a confirmation was configured, or somebody started the load test again. */
function hasSeveralAttempts(candidate) {
	const attempts = candidate.map(({ source: { workflowRunId, runAttempt } }) => `${workflowRunId} ${runAttempt}`);
	return new Set(attempts).size > 1;
}
function driftOf(series, { service, policy, baseline, reader, input }) {
	const { drift, lookup } = input;
	if (drift == null || baseline.window === null || lookup?.kind !== "found") return null;
	return driftSince(drift, {
		series: series.flatMap((one) => one.role === "primary" && one.series.unit !== "ratio" ? [one.series] : []),
		now: baseline.sides.baseline,
		stored: lookup.services.get(service) ?? [],
		policy,
		reader
	});
}
function driftUnknown(anchor) {
	return text`How far this service has drifted since ${name(anchor)} is not known: no run that was stored at or before it was measured under the present conditions.`;
}
/** The comparison of a series that did not have to be measured. */
function notRun(uncorrected) {
	if (uncorrected.kind === "estimated") return uncorrected;
	const reason = text`The change touches none of the paths of this service.`;
	return {
		kind: "decided",
		comparison: {
			...uncorrected.comparison,
			verdict: "not-run",
			reason
		}
	};
}
/** Why the baseline or the candidate of a series is absent. The series alone does not show the reason. */
function explained({ verdict }, { baseline: { state, differences }, refusals }) {
	if (verdict === "missing" && refusals.some(({ side }) => side === "candidate")) return {
		verdict: "invalid",
		reason: text`Result files of this service were refused.`
	};
	if (verdict !== "new") return null;
	if (state === "unreadable") return {
		verdict: "invalid",
		reason: text`The stored baseline cannot be read.`
	};
	if (refusals.some(({ side }) => side === "baseline")) return {
		verdict: "invalid",
		reason: text`Result files of the baseline were refused.`
	};
	if (differences.length === 0) return null;
	return {
		verdict: "not-comparable",
		reason: sentences$1(...differences.map(({ message }) => message))
	};
}
// src/statistics/holm.ts
/**
* Holm's step-down correction with weights (Holm 1979, section 4: https://www.jstor.org/stable/4615733): with adjusted p-values
* read against alpha, the chance of even one false alarm in the whole family stays below alpha, whatever depends on what.
* With equal weights it is the plain correction.
*
* @param tests p-values between 0 and 1, weights above 0
* @returns adjusted p-values in the same order, at most 1; empty for no tests
* @throws RangeError when a p-value is not between 0 and 1, or a weight is not above 0
*/
function holmAdjust(tests) {
	const ascending = tests.map(({ pValue, weight }, index) => ({
		ratio: requireProbability(pValue) / requireWeight(weight),
		weight,
		index
	})).sort((left, right) => left.ratio - right.ratio);
	const adjusted = new Array(tests.length);
	let weightLeft = ascending.reduce((sum, { weight }) => sum + weight, 0);
	let largest = 0;
	for (const { ratio, weight, index } of ascending) {
		largest = Math.max(largest, Math.min(1, weightLeft * ratio));
		adjusted[index] = largest;
		weightLeft -= weight;
	}
	return adjusted;
}
function requireWeight(weight) {
	if (weight > 0 && weight < 1e400) return weight;
	throw new RangeError(`A weight must be above 0, found ${weight}.`);
}
function requireProbability(pValue) {
	if (pValue >= 0 && pValue <= 1) return pValue;
	throw new RangeError(`A p-value must be between 0 and 1, found ${pValue}.`);
}
// src/statistics/own-addresses.ts
/**
* Two versions that run side by side have two addresses, and a preview deployment has its own. k6 puts the address into the name
* of each request, so every endpoint would be missing on one side and new on the other. If each run has exactly one address that
* the other runs do not have, endpoints at this address are named by their paths.
*/
function withoutOwnAddresses(service, runs, input) {
	const { lookup } = input;
	const unchanged = {
		runs,
		lookup,
		note: null
	};
	const stored = lookup?.kind === "found" ? lookup.services.get(service) ?? [] : [];
	const beside = runs.filter(({ side }) => side === "baseline");
	const newest = atOrBeforeAnchor(stored, input.ancestry).at(-1);
	const baseline = beside.length > 0 || newest === void 0 ? beside : [newest.run];
	const own = ownAddresses(runs.filter(({ side }) => side === "candidate"), baseline);
	if (own === null) return unchanged;
	const renamed = new Map([...runs, ...stored.map(({ run }) => run)].map((run) => [run, byPath(run, own.common)]));
	if ([...renamed.values()].includes(null)) return unchanged;
	const named = (run) => renamed.get(run) ?? run;
	const services = new Map(lookup?.kind === "found" ? lookup.services : []);
	if (stored.length > 0) services.set(service, stored.map((one) => ({
		...one,
		run: named(one.run)
	})));
	return {
		runs: runs.map(named),
		lookup: lookup?.kind === "found" ? {
			...lookup,
			services
		} : lookup,
		note: text`The baseline was measured at ${name(own.before)} and this version at ${name(own.now)}, so endpoints are compared by their paths.`
	};
}
function ownAddresses(candidate, baseline) {
	const [now, before] = [candidate, baseline].map((side) => side.map(addressesOf).filter((found) => found.size > 0));
	if (now?.[0] === void 0 || before?.[0] === void 0) return null;
	const all = [...now, ...before];
	const common = new Set([...now[0]].filter((address) => all.every((found) => found.has(address))));
	const ofEach = all.map((found) => [...found].filter((address) => !common.has(address)));
	const [first, last] = [ofEach[0]?.[0], ofEach.at(-1)?.[0]];
	if (first === void 0 || last === void 0 || ofEach.some(({ length }) => length !== 1)) return null;
	return {
		common,
		before: last,
		now: first
	};
}
function addressesOf({ run }) {
	return new Set(run.measurements.flatMap(({ endpoint }) => endpoint === null ? [] : addressOf(endpoint) ?? []));
}
/** null: two endpoints of the run would then have the same name. */
function byPath(identified, common) {
	const { run } = identified;
	const rename = (name) => {
		const address = addressOf(name);
		return address === null || common.has(address) ? name : withoutAddress(name);
	};
	const measurements = run.measurements.map((one) => one.endpoint === null ? one : {
		...one,
		endpoint: rename(one.endpoint)
	});
	if (new Set(measurements.map(({ metric, endpoint }) => JSON.stringify([metric, endpoint]))).size < measurements.length) return null;
	const cutOffNames = run.cutOffNames == null ? {} : { cutOffNames: new Set([...run.cutOffNames].map(rename)) };
	return {
		...identified,
		run: {
			...run,
			measurements,
			...cutOffNames
		}
	};
}
// src/statistics/uneven-store.ts
/** With fewer stored jobs, neither kind of unevenness can be seen. */
const MIN_JOBS$1 = 12;
/**
* One-sided error rate of the test for correlated jobs, divided among all services that are searched. The correlation of n
* independent jobs has a standard error of 1 / sqrt(n). Measured on steady stores: 2.5 % of those with 45 jobs and 0.9 % of those
* with 12 jobs are called correlated. A machine that drifts (AR(1) .9) by as much as runs vary is found in 19 % of stores of 45
* jobs and in 8 % of stores of 20 jobs; with one and a half times that drift, in 34 % and 13 %.
*/
const CORRELATED_SHARE = .05;
/**
* Two groups of jobs count as two levels if their means are this many of their standard deviations apart. Normal noise that is
* cut in two has 2.7, and more if there are few jobs. The bound 3 + 30 / n is passed by 0.8 % of steady stores of 12 jobs, 1.1 %
* of 20, 0.9 % of 30 and 1.2 % of 45. Two classes of machines whose distance is four times the noise of runs are found in 36 % of
* stores of 20 jobs, 64 % of 30 and 87 % of 45. All figures: 2,000 stores each.
*/
const minSeparation = (jobs, services) => 3 + 30 / jobs + SEPARATION_EACH_DOUBLING * Math.log2(services);
const SEPARATION_EACH_DOUBLING = .2;
const MIN_GROUP = 4;
/**
* Whether neighbouring stored jobs are correlated, or the jobs come from two kinds of machines that the conditions do not tell
* apart. A comparison with an uneven store gives too many false alarms, whatever the number of its jobs; pairs on one machine do
* not. Steps of the branch are removed first, because they come from the code. A machine that drifts far is therefore taken for
* steps of the code, and few stores of this kind are found.
*
* @param logs natural logarithms of one series, one per stored job, in the order of time
* @param services how many services are searched: with more services, the signs must be stronger
*/
function unevennessOf(logs, services = 1) {
	if (logs.length < MIN_JOBS$1) return null;
	const level = withoutSteps(logs);
	const changeRatio = twoLevels(level, minSeparation(level.length, services), roundingSd(logs.map(Math.exp)));
	if (changeRatio !== null) return {
		kind: "two-levels",
		changeRatio
	};
	const correlation = lagOneCorrelation(level);
	return correlation > normalQuantile(1 - CORRELATED_SHARE / services) / Math.sqrt(level.length) ? {
		kind: "correlated",
		correlation
	} : null;
}
/** The distance of each value from the mean of its level. */
function withoutSteps(logs) {
	const starts = [0, ...changePoints(logs)];
	return starts.flatMap((start, index) => {
		const level = logs.slice(start, starts[index + 1]);
		const centre = mean([...level]);
		return level.map((log) => log - centre);
	});
}
/** With this many degrees of freedom, Student's t is practically a normal distribution. */
function normalQuantile(probability) {
	return studentTQuantile(probability, 1e6);
}
function lagOneCorrelation(level) {
	const squares = level.reduce((sum, log) => sum + log ** 2, 0);
	const products = level.slice(1).reduce((sum, log, index) => sum + log * (level[index] ?? 0), 0);
	return squares > 0 ? products / squares : 0;
}
/**
* The separation at the best cut of the sorted values; null: it is too small. Steps of rounding, such as whole milliseconds, are
* not levels.
*/
function twoLevels(level, minimum, hidden) {
	const sorted = level.toSorted((left, right) => left - right);
	const [best] = sorted.flatMap((_, index) => index >= MIN_GROUP && sorted.length - index >= MIN_GROUP ? [index] : []).map((index) => {
		const [low, high] = [sorted.slice(0, index), sorted.slice(index)];
		const within = Math.hypot(Math.sqrt((squaresOf(low) + squaresOf(high)) / (sorted.length - 2)), hidden);
		const apart = mean(high) - mean(low);
		return {
			apart,
			separation: within > 0 ? apart / within : 0
		};
	}).toSorted((left, right) => right.separation - left.separation);
	return best !== void 0 && best.separation > minimum ? Math.expm1(best.apart) : null;
}
function squaresOf(values) {
	const centre = mean([...values]);
	return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}
/** The sentence of the report. */
function unevennessText(service, uneven) {
	const found = uneven.kind === "correlated" ? text`follow each other (correlation ${uneven.correlation.toFixed(2)})` : text`come at two levels, ${(100 * uneven.changeRatio).toFixed(1)} % apart`;
	return text`The stored jobs of ${name(service)} ${found}, so its machines are not alike. A comparison with this store alarms more often than is said here, and nothing is called proven against it. Measure both versions in pairs, on one machine, instead.`;
}
// src/statistics/compare-services.ts
/**
* Compares every service that is known from the results, the policy or the store. Services come in the order of their names.
* Nothing is left out: a series that cannot be compared is in the evidence with the reason.
*/
function compareServices(input) {
	const services = estimateServices(input);
	const uneven = unevenStore(services);
	const verdicts = withVerdicts(services.flatMap(({ comparisons }) => comparisons), uneven !== null);
	const judged = services.map(({ evidence, comparisons: own }) => {
		const comparisons = besideErrors(own.flatMap((uncorrected) => verdicts.get(uncorrected) ?? []), evidence, input.policyFor(evidence.service));
		return {
			...evidence,
			differences: [...evidence.differences, ...populationDifference(comparisons)],
			comparisons
		};
	});
	const alike = commonChanges(judged);
	return judged.map((one) => {
		const notes = [alike.get(one.service), uneven?.service === one.service ? uneven.note : void 0];
		return {
			...one,
			notes: [...notes.filter((note) => note !== void 0), ...one.notes]
		};
	});
}
/** The note on the first service whose stored jobs are not alike. It is given once, because all services run on the same machines. */
function unevenStore(services) {
	const stores = services.flatMap(({ evidence, comparisons: own }) => {
		const primary = own.find((uncorrected) => uncorrected.kind === "estimated" && uncorrected.facts.role === "primary");
		return evidence.window === null || primary?.kind !== "estimated" ? [] : [{
			service: evidence.service,
			primary
		}];
	});
	for (const { service, primary } of stores) {
		const uneven = unevennessOf(primary.storedLogs, stores.length);
		if (uneven !== null) return {
			service,
			note: unevennessText(service, uneven)
		};
	}
	return null;
}
/** All services with their estimates. The verdicts come later, because the correction depends on all services together. */
function estimateServices(input) {
	const runs = sortedRuns(input.collected.runs);
	return servicesOf(input).map((service) => {
		const measured = runs.filter((run) => run.service === service);
		const { runs: own, lookup, note } = withoutOwnAddresses(service, measured, input);
		const uncorrected = estimateService(service, own, {
			...input,
			lookup
		});
		if (note === null) return uncorrected;
		const asMeasured = measured.filter(({ side }) => side === "candidate");
		return {
			...uncorrected,
			evidence: {
				...uncorrected.evidence,
				asMeasured,
				notes: [note, ...uncorrected.evidence.notes]
			}
		};
	});
}
/**
* How the error rate of a report is divided. Slowdowns of primary series block, so they get the largest part. Slowdowns of
* endpoints and all improvements share the rest. The chance that any "proven" of a report is wrong is then at most the whole
* error rate.
*/
const WEIGHTS = {
	primaryWorse: .8,
	endpointWorse: .12,
	better: .08
};
/**
* Corrects the estimates and gives each comparison its verdict. All gated series, of every role and in both directions, are
* corrected as one family.
*
* @param isUneven whether the stored jobs are not alike: then nothing is proven against them
*/
function withVerdicts(comparisons, isUneven = false) {
	const estimated = comparisons.filter((uncorrected) => uncorrected.kind === "estimated");
	const isGated = ({ facts }) => facts.role !== "other";
	return new Map([
		...comparisons.flatMap((uncorrected) => uncorrected.kind === "decided" ? [[uncorrected, uncorrected.comparison]] : []),
		...correctedFamily(estimated.filter(isGated), isUneven),
		...estimated.filter((uncorrected) => !isGated(uncorrected)).map((uncorrected) => [uncorrected, withVerdict(uncorrected, {
			...judgedAlone$1(uncorrected),
			isUneven
		})])
	]);
}
function correctedFamily(family, isUneven) {
	const primaries = family.filter(({ facts }) => facts.role === "primary").length;
	const endpoints = family.length - primaries;
	const weightOf = ({ facts }) => facts.role === "primary" ? WEIGHTS.primaryWorse / primaries : WEIGHTS.endpointWorse / endpoints;
	const weights = family.map(weightOf);
	const weightBetter = WEIGHTS.better / family.length;
	const all = weights.reduce((sum, weight) => sum + weight, 0) + WEIGHTS.better;
	const own = family.map(pValuesOf);
	const pValues = holmAdjust([...own.map(({ worse }, index) => ({
		pValue: worse,
		weight: weights[index] ?? 0
	})), ...own.map(({ better }) => ({
		pValue: better,
		weight: weightBetter
	}))]);
	return family.map((uncorrected, index) => {
		const [pValueWorse, better] = [pValues[index] ?? 1, pValues[family.length + index] ?? 1];
		return [uncorrected, withVerdict(uncorrected, {
			pValueWorse,
			pValueBetter: better,
			share: (weights[index] ?? 0) / all,
			isUneven
		})];
	});
}
/**
* Nothing is called better when more requests fail: failed requests are fast, and the remaining requests of a broken service may
* be fast as well.
*/
function besideErrors(comparisons, { baselineRuns, candidateRuns }, { maxErrorRateIncrease, primary }) {
	if (!comparisons.some(looksBetter)) return comparisons;
	const failing = errorShares(baselineRuns, candidateRuns, primary).filter((share) => errorRise(share) > maxErrorRateIncrease + SHARE_ROUNDING);
	return comparisons.map((one) => {
		if (!failing.some(({ endpoint }) => endpoint === null || endpoint === one.endpoint) || !looksBetter(one)) return one;
		const reason = sentences$1(one.reason, MORE_FAILS);
		return {
			...one,
			verdict: one.verdict === "improved" ? "inconclusive" : one.verdict,
			reason
		};
	});
}
function looksBetter({ estimate, better }) {
	return estimate !== null && worseBy({ better }, estimate.changeRatio) < 0;
}
const MORE_FAILS = text`More goes wrong than in the baseline, and what fails is often fast.`;
function servicesOf({ collected, lookup, ancestry, namedServices }) {
	const stored = lookup?.kind === "found" ? [...lookup.services].flatMap(([service, runs]) => atOrBeforeAnchor(runs, ancestry).length > 0 ? [service] : []) : [];
	const refused = collected.refusals.flatMap(({ service }) => service ?? []);
	const measured = collected.runs.map(({ service }) => service);
	return [.../* @__PURE__ */ new Set([
		...measured,
		...refused,
		...namedServices,
		...stored
	])].toSorted(compareText);
}
/** If the two sides of a primary series count different requests, the sides as a whole differ. */
function populationDifference(comparisons) {
	const mixed = comparisons.find(({ role, obstacle }) => role === "primary" && obstacle === "other-requests");
	return mixed === void 0 ? [] : [{
		kind: "changed-population",
		message: mixed.reason ?? []
	}];
}
// src/replay/judge-pushes.ts
/**
* Judges each push against the records of its branch before it, as the gate would have done under this policy. A push that is
* proven to be slower or faster under the policy starts a new window, as in recording. A push that was overridden when it was
* recorded starts one as well. A confirmation has no further runs here, so what it would wait for is blocked. A service of which
* a push has no runs does not count as missing.
*
* @param pushes in the order of recording
*/
function judgePushes(pushes, policy) {
	const branches = /* @__PURE__ */ new Map();
	return pushes.map((push) => {
		const before = branches.get(push.branch) ?? /* @__PURE__ */ new Map();
		const verdict = judgePush(push, before, policy);
		const recorded = policy.confirmation === null ? verdict : judgePush(push, before, {
			...policy,
			confirmation: null
		});
		branches.set(push.branch, withRecords(before, recordsAfter(push, recorded)));
		return {
			push,
			verdict
		};
	});
}
function judgePush({ runs }, before, written) {
	const measured = new Set(runs.map(({ run }) => run.service));
	const services = new Map([...before].filter(([service]) => measured.has(service)));
	const lookup = before.size === 0 ? {
		kind: "never-written",
		place: "replay"
	} : {
		kind: "found",
		place: "replay",
		services
	};
	const policy = withToolPrimaries(written, [...runs.map(({ run }) => ({
		...run,
		side: "candidate"
	})), ...newestRuns(lookup, null)]);
	const evidence = compareServices({
		collected: {
			runs: runs.map(({ run }) => ({
				...run,
				side: "candidate"
			})),
			refusals: []
		},
		origin: "same-results",
		lookup,
		ancestry: null,
		namedServices: [],
		policyFor: (service) => servicePolicy(policy, service),
		isUntouched: () => false,
		limitFor,
		confirmation: policy.confirmation
	});
	return decide({
		evidence,
		findings: checkRules(evidence, policy, RULES),
		lookup,
		refusals: [],
		policy,
		override: { kind: "none" }
	});
}
/** The runs of the push with the mark that this policy puts on them. A slowdown that a person accepted stays accepted. */
function recordsAfter({ commit, recordedAt, branch, runs }, { services }) {
	const marks = new Map(recordsOf(services, {
		commit,
		recordedAt,
		branch
	}).map(({ run, mark }) => [run.service, mark]));
	return runs.map((stored) => stored.mark?.kind === "overridden" ? stored : {
		...stored,
		mark: marks.get(stored.run.service) ?? null
	});
}
function withRecords(before, added) {
	const after = new Map(before);
	for (const stored of added) after.set(stored.run.service, [...after.get(stored.run.service) ?? [], stored]);
	return after;
}
// src/statistics/binomial-interval.ts
/**
* The range of true shares that a count leaves open: the exact two-sided 95 % interval of Clopper and Pearson 1934
* (https://doi.org/10.1093/biomet/26.4.404). It holds for any number of trials, also for none or all of them.
*
* @returns shares between 0 and 1
* @throws RangeError when there is no trial, or the count is not between 0 and their number
*/
function binomialInterval(count, trials) {
	if (!(trials > 0 && count >= 0 && count <= trials)) throw new RangeError(`A share needs a count between 0 and the number of trials, found ${count} of ${trials}.`);
	return {
		lower: count === 0 ? 0 : import_jstat.default.beta.inv(TAIL, count, trials - count + 1),
		upper: count === trials ? 1 : import_jstat.default.beta.inv(1 - TAIL, count + 1, trials - count)
	};
}
const TAIL = .025;
// src/replay/share.ts
/** A share with the range that the number of trials leaves open. Throws a RangeError when there is no trial. */
function shareOf(count, trials) {
	return {
		ratio: count / trials,
		...binomialInterval(count, trials)
	};
}
// src/replay/stored-pushes.ts
/**
* The pushes that a store holds, in the order of recording. Runs that were added to a commit later belong to its push. A
* commit that was recorded for two branches is two pushes.
*
* @param services stored runs by service, each in the order of recording
*/
function storedPushes(services) {
	const pushes = /* @__PURE__ */ new Map();
	for (const stored of [...services.values()].flat()) {
		const key = JSON.stringify([stored.branch ?? null, stored.commit]);
		const push = pushes.get(key);
		if (push === void 0) pushes.set(key, [stored]);
		else push.push(stored);
	}
	return [...pushes.values()].map(pushOf).toSorted((left, right) => timeOf(left) - timeOf(right));
}
function pushOf(runs) {
	const [first] = runs.toSorted((left, right) => timeOf(left) - timeOf(right));
	const { commit, branch = null, recordedAt } = first ?? runs[0];
	return {
		commit,
		branch,
		recordedAt,
		runs
	};
}
function timeOf({ recordedAt }) {
	return Date.parse(recordedAt);
}
// src/replay/past-alarms.ts
/** With fewer pushes the range is too wide: even 0 of 20 is compatible with a rate of 17 %. */
const MIN_PUSHES = 20;
/** A change point may be found one push too early or too late. */
const NEIGHBOUR = 1;
/**
* Judges the newest stored pushes that the baseline comes from, at most 40, each against the pushes before it. People had merged
* this code, so a block is a false alarm unless somebody had accepted a slowdown or the level stayed changed. Only primary series
* are judged.
*
* @param evidence the services of the gate; those without a stored history have no part in it
* @returns null where fewer than 20 pushes could be compared
*/
function pastAlarms(evidence, policy) {
	const reader = seriesReader();
	const services = new Map(evidence.flatMap(({ service, history }) => history == null ? [] : [[service, history.jobs.map((job) => withPrimariesOnly$1(job, service, policy, reader))]]));
	if (!hasEnough(services)) return null;
	const judged = judgePushes(newestPushes(services), policy).filter(({ verdict }) => verdict.compared > 0);
	if (judged.length < MIN_PUSHES) return null;
	const blocked = judged.filter((push) => alarmsOf(push).length > 0);
	const real = blocked.filter((push) => isReal(push, evidence)).length;
	return {
		pushes: judged.length,
		blocked: blocked.length,
		real,
		falseAlarms: shareOf(blocked.length - real, judged.length),
		beforeConfirmation: policy.confirmation !== null
	};
}
/** The first push is not judged: it is only the baseline of the second. */
function newestPushes(services) {
	return storedPushes(services).slice(-41);
}
/** Whether there are enough pushes. The first push does not count, because it has no baseline. */
function hasEnough(services) {
	return new Set([...services.values()].flat().map(({ commit }) => commit)).size > MIN_PUSHES;
}
/**
* A job as one run that only has the primary series, each with the median of the runs of the job. Without this, other series
* would take most of the time.
*/
function withPrimariesOnly$1(job, service, policy, reader) {
	const { commit, recordedAt, mark, runs } = job;
	const [first] = runs;
	const measurements = [...groupBy(servicePolicy(policy, service).primary, ({ metric }) => metric)].flatMap(([metric, series]) => {
		const measured = first.run.measurements.find((one) => one.metric === metric && one.endpoint === null);
		const values = series.map(({ stat }) => [stat, reader.read(runs, {
			endpoint: null,
			metric,
			stat
		})]).flatMap(([stat, reading]) => reading.kind === "value" ? [{
			stat,
			...reading
		}] : []);
		const [one] = values;
		if (measured === void 0 || one === void 0) return [];
		const { sampleCount, population, unit } = one;
		const stats = new Map(values.map(({ stat, value }) => [stat, value]));
		return [{
			...measured,
			sampleCount,
			population,
			unit,
			stats,
			unusable: /* @__PURE__ */ new Map()
		}];
	});
	return {
		commit,
		recordedAt,
		mark,
		run: {
			...first,
			run: {
				...first.run,
				measurements,
				thresholds: []
			}
		}
	};
}
function alarmsOf({ verdict }) {
	return verdict.findings.filter(({ rule, level }) => level === "fail" && (rule === "regressed" || rule === "unproven"));
}
/** Whether the alarm was real: somebody accepted the slowdown, or the level of a blocked service changed here and stayed. */
function isReal(judged, evidence) {
	if (judged.push.runs.some(({ mark }) => mark?.kind === "overridden")) return true;
	const blocked = new Set(alarmsOf(judged).map(({ service }) => service));
	return evidence.some(({ service, history }) => blocked.has(service) && history != null && stepsAt(history, judged.push.commit));
}
function stepsAt({ jobs, changePoints }, commit) {
	const position = jobs.findIndex((job) => job.commit === commit);
	return changePoints.some((step) => Math.abs(step.position - position) <= NEIGHBOUR);
}
// src/report/series.ts
/** The statistics that the latency table shows, whether they were measured or not. */
const LATENCY_STATS = [
	"p50",
	"p95",
	"p99"
];
/** Quantities of the throughput table: requests, work, errors and dropped work. */
const WORK = /* @__PURE__ */ new Set([
	"throughput",
	"error-share",
	"work",
	"dropped-work"
]);
const RESOURCE_METRIC = /(?:^|[_.])(?:cpu|memory|mem|rss)(?:[_.]|$)/i;
/** Whether a metric is a sampled resource of the service, or is named like CPU or memory by any tool. */
function isResource(metric) {
	return RESOURCE_STATS.has(metric) || RESOURCE_METRIC.test(metric);
}
/** Which table of the report shows this series. Each series is in exactly one. */
function groupOf({ endpoint, metric, quantity, stat, unit, role }) {
	const known = quantityOf({
		metric,
		quantity
	});
	if (endpoint !== null) return "other";
	if (isResource(metric)) return "resources";
	if (WORK.has(known)) return "throughput";
	if (role === "primary" && isOfBenchmark({
		metric,
		quantity
	})) return "latency";
	return unit === "ms" && (known === "latency" || role === "primary") && (LATENCY_STATS.includes(stat) || role === "primary") ? "latency" : "other";
}
const WORST_FIRST = [
	"invalid",
	"missing",
	"regressed",
	"unproven",
	"not-comparable",
	"inconclusive",
	"slower",
	"new",
	"unchanged",
	"improved",
	"not-run"
];
/** The worst first: by verdict, then by the size of the change for the worse, then by name. */
function worstFirst(comparisons) {
	return comparisons.toSorted((left, right) => WORST_FIRST.indexOf(left.verdict) - WORST_FIRST.indexOf(right.verdict) || (worseningOf(right) ?? 0) - (worseningOf(left) ?? 0) || compareText(seriesKey(left), seriesKey(right)));
}
/** The series that one table of the report shows. */
function seriesOfGroup(verdict, group) {
	return verdict.services.flatMap(({ comparisons }) => comparisons.filter((one) => groupOf(one) === group));
}
/** The first finding about a comparison. Findings are sorted, so the first is the worst. */
function findingOf(comparison, verdict) {
	return verdict.findings.find((finding) => isSameSeries(finding, comparison));
}
/** The series that can block. */
function gatedComparisons(verdict) {
	return verdict.services.flatMap(({ comparisons }) => comparisons.filter(({ role }) => role !== "other"));
}
/** The part of the verdict about one service. The sections of the service are built from this part. */
function verdictOfService(verdict, evidence) {
	return {
		...verdict,
		services: [evidence],
		findings: verdict.findings.filter(({ service }) => service === evidence.service)
	};
}
/** Services that block first, then services with warnings, then the others by name. */
function servicesWorstFirst(verdict) {
	const rank = (service) => {
		const index = verdict.findings.findIndex((finding) => finding.service === service);
		return index === -1 ? verdict.findings.length : index;
	};
	return verdict.services.toSorted((left, right) => rank(left.service) - rank(right.service) || compareText(left.service, right.service));
}
// src/report/headline.ts
/** Says in two sentences whether the change is blocked, by what, and what to do. */
function headline(verdict, context, wording) {
	const decided = decisionLine(verdict, context, wording);
	const line = verdict.enforced === false ? {
		...decided,
		icon: "🚧"
	} : decided;
	const silent = verdict.findings.filter(({ rule }) => rule === "min-power");
	const [first] = silent;
	if (first === void 0 || mainFinding(verdict.findings) === first) return line;
	const others = silent.length > 1 ? ` and ${silent.length - 1} more` : "";
	return {
		...line,
		action: sentences(line.action, `The gate cannot block ${wording.name(first.service ?? "")}${others} with these settings: see below.`)
	};
}
function decisionLine(verdict, context, wording) {
	switch (verdict.outcome) {
		case "invalid": return blocked(verdict, context, wording, verdict.enforced === false ? "" : "No override can accept this.", measureAgain(verdict, context));
		case "fail": return blocked(verdict, context, wording, overrideHint(verdict, context, wording));
		case "pending": return pending(verdict, context, wording);
		case "overridden": return overridden(verdict, context, wording);
		case "no-baseline": return {
			icon: "🚧",
			statement: "NOT A GATE YET: no baseline recorded.",
			action: `${consequence(false, verdict, context)}, and nothing was checked. ${nextForBaseline(context, wording)}`
		};
		case "warn": return warned(verdict, context, wording);
		case "pass": return passed(verdict, context, wording);
	}
}
/**
* A refused result blocks until the service is measured again. Measuring again always helps, because the artifacts of a new run cannot
* clash with older artifacts.
*/
function measureAgain({ services }, { generatedFor }) {
	if (!services.some(({ refusals }) => refusals.some(({ side }) => side === "candidate")) || generatedFor === "command-line") return "";
	return `Measure again: ${generatedFor === "push" ? "re-run all jobs of this run" : "close and reopen the pull request, or push"}. What is measured again replaces what was refused.`;
}
/** Line 1 as it is printed. */
function headlineText({ icon, statement, action }, wording) {
	return [`${icon} ${wording.strong(statement)}`, action].filter((part) => part !== "").join(" ");
}
/**
* The consequence of the verdict for the reader. The text for a gate that is not enforced differs from the text for a passed gate, so
* that nobody mistakes a trial for a pass.
*/
function consequence(isBlocked, { enforced = true }, { generatedFor }) {
	if (!enforced) return `NOT ENFORCED: ${generatedFor === "push" ? "a pull request " : ""}would ${isBlocked ? "" : "not "}be blocked`;
	if (generatedFor !== "push") return isBlocked ? "Blocked" : "Not blocked";
	return isBlocked ? "A pull request would be blocked" : "A pull request would not be blocked";
}
function blocked(verdict, context, wording, override, again = "") {
	const failing = verdict.findings.filter(({ level }) => level === "fail");
	const worst = mainFinding(failing);
	const start = consequence(true, verdict, context);
	if (worst === void 0) return {
		icon: "❌",
		statement: `${start}.`,
		action: override
	};
	const { place, statement, action } = problemOf(worst, wording);
	const more = failing.length > 1 ? `${count(failing.length - 1, "other finding also blocks", "other findings also block")}${worstOfRest(failing, worst, verdict, wording)}.` : "";
	const said = `${start}${place === "" ? "" : ` by ${place}`}: ${statement}.`;
	return {
		icon: "❌",
		statement: said,
		action: fitting$1(said, [
			more,
			action,
			override,
			again
		], [
			1,
			0,
			3,
			2
		])
	};
}
/** `, most of all p95 of GET /orders, 22.1 % slower`; empty unless another finding has a larger change than the first finding. */
function worstOfRest(failing, first, verdict, wording) {
	const size = (finding) => worseningOf(comparisonOf$1(finding, verdict.services) ?? NO_ESTIMATE) ?? 0;
	const [worst] = failing.toSorted((left, right) => size(right) - size(left));
	const comparison = worst === void 0 || worst === first ? void 0 : comparisonOf$1(worst, verdict.services);
	if (comparison?.estimate == null || worst === void 0 || size(worst) <= size(first)) return "";
	const { worse } = directionWords(comparison);
	return `${failing.length === 2 ? ":" : ", most of all"} ${seriesName(comparison, wording)}, ${formatSize(size(worst))} ${worse}`;
}
const NO_ESTIMATE = {
	better: "lower",
	estimate: null
};
/** The verdict waits for more runs: which series is undecided, and how many runs decide it. */
function pending(verdict, context, wording) {
	const start = `${consequence(true, verdict, context)} for now`;
	const plan = (verdict.rerunPlan ?? []).toSorted((left, right) => Number(right.verdict === "unproven") - Number(left.verdict === "unproven"));
	const [first] = plan;
	const open = gatedComparisons(verdict).find(({ role, service, verdict: own }) => role === "primary" && service === first?.service && own === first.verdict);
	if (first === void 0 || open?.estimate == null) return {
		icon: "⏳",
		statement: `${start}, waiting for more runs.`,
		action: ""
	};
	const evidence = verdict.services.find(({ service }) => service === first.service);
	const unit = evidence === void 0 ? "run" : unitOf$2(evidence);
	const more = plan.length > 1 ? `${count(plan.length - 1, "more service waits", "more services wait")} as well.` : "";
	const how = context.generatedFor === "command-line" ? "Measure again" : "Re-run all jobs of the load test";
	const statement = `${start}: ${written(problemOfChange(open), wording)}.`;
	return {
		icon: "⏳",
		statement,
		action: fitting$1(statement, [`${how}: ${`${count(first.add, `more ${unit}`)} ${first.add === 1 ? "joins" : "join"} the ${first.runs} there`}. ${first.decidedAt} in all decide it.`, more], [0, 1])
	};
}
function warned(verdict, context, wording) {
	const worst = mainFinding(verdict.findings);
	const start = consequence(false, verdict, context);
	if (worst === void 0) return {
		icon: "⚠️",
		statement: `${start}, with a warning.`,
		action: ""
	};
	if (worst.rule === "debt") return {
		...passed(verdict, context, wording),
		icon: "⚠️",
		action: "Nothing to do. The baseline holds older slowdowns, listed below as debt."
	};
	const { place, statement, action } = problemOf(worst, wording);
	const more = verdict.findings.length > 1 ? `${count(verdict.findings.length - 1, "more warning")} below.` : "";
	const said = `${start}, with a warning${place === "" ? "" : ` on ${place}`}: ${statement}.`;
	return {
		icon: "⚠️",
		statement: said,
		action: fitting$1(said, [more, action], [1, 0])
	};
}
function passed(verdict, context, wording) {
	const start = consequence(false, verdict, context);
	if (verdict.compared === 0) return {
		icon: "✅",
		statement: `${start}: nothing had to be measured.`,
		action: "This change touches no path of a service that the gate knows."
	};
	const faster = fasterText(verdict, wording);
	if (faster !== null) return {
		icon: "✅",
		statement: `${start}: ${faster}`,
		action: "Nothing to do."
	};
	const worst = largestChange(verdict);
	const largest = worst?.estimate == null ? "" : `The largest change is ${seriesName(worst, wording)}: ${changeInWords(worst, worst.estimate.changeRatio)}.`;
	return {
		icon: "✅",
		statement: `${start}: nothing is over its limit.`,
		action: sentences(largest, "Nothing to do.")
	};
}
function overridden(verdict, context, wording) {
	const failing = verdict.findings.filter(({ level }) => level === "fail");
	const worst = mainFinding(failing);
	const by = verdict.override.kind === "valid" ? ` by ${wording.name(verdict.override.by)}` : "";
	const problem = worst === void 0 ? null : problemOf(worst, wording);
	const without = problem === null ? "" : `Without the override this would be blocked${problem.place === "" ? "" : ` by ${problem.place}`}: ${problem.statement}.`;
	const more = failing.length > 1 ? `${count(failing.length - 1, "more finding")} below.` : "";
	const statement = `${consequence(false, verdict, context)}: overridden${by}.`;
	return {
		icon: "🔓",
		statement,
		action: fitting$1(statement, [
			without,
			more,
			"Merging makes it debt."
		], [
			0,
			2,
			1
		])
	};
}
/** The finding in line 1. Findings about this change come before old debt, and proven findings come before unproven findings. */
function mainFinding(findings) {
	const own = findings.filter(({ rule }) => rule !== "debt");
	return own.find(({ level, rule }) => level === "fail" && rule !== "unproven") ?? own[0] ?? findings[0];
}
/** Problem and action of a finding, in the words of the rule. The detail of the finding is below the table. */
function problemOf({ service, problem, action = [] }, wording) {
	return {
		place: service === null || saysService(problem, service) ? "" : wording.name(service),
		statement: written(problem, wording),
		action: written(action, wording)
	};
}
function overrideHint({ override, enforced }, { overrideLabel, generatedFor }, wording) {
	if (enforced === false) return "";
	if (generatedFor !== "pull-request" || overrideLabel === null) return "";
	if (override.kind === "refused") return "The override was refused: see below.";
	return `Or accept it (label ${wording.name(overrideLabel)}).`;
}
function nextForBaseline({ generatedFor, baseBranch }, wording) {
	if (generatedFor === "command-line") return "Record one with the command below.";
	return `Add the job below; the first push to ${baseBranch === null ? "the default branch" : wording.name(baseBranch)} then records it.`;
}
/** The largest improvement, if it is proven or larger than the limit. null: there is none. */
function fasterText(verdict, wording) {
	const [best] = gatedComparisons(verdict).filter(({ role, estimate }) => role === "primary" && estimate !== null).toSorted((left, right) => (worseningOf(left) ?? 0) - (worseningOf(right) ?? 0));
	const gain = best === void 0 ? null : worseningOf(best);
	if (best?.estimate == null || gain === null) return null;
	const { better } = directionWords(best);
	const name = seriesName(best, wording);
	if (best.verdict === "improved") return `${name} is ${formatSize(gain)} ${better}, and this is proven.`;
	if (best.reason !== null || best.limitRatio === null || gain > -best.limitRatio) return null;
	const one = best.runs.baseline === 1 && best.runs.candidate === 1;
	return `${name} looks ${formatSize(gain)} ${better}, but ${one ? "one run against one run" : "this number of runs"} cannot prove it.`;
}
/** The gated series that moved most for the worse. */
function largestChange(verdict) {
	return gatedComparisons(verdict).filter(({ role, estimate }) => role === "primary" && estimate !== null).toSorted((left, right) => (worseningOf(right) ?? 0) - (worseningOf(left) ?? 0))[0];
}
/** The longest line 1 that a reader understands at a glance. */
const MAX_WORDS = 35;
/**
* As many of the sentences after the statement as fit into line 1. The report below line 1 has all of them.
*
* @param ranks the rank of each sentence: the highest rank is left out first, and rank 0 always stays
*/
function fitting$1(statement, all, ranks) {
	const rankOf = (index) => ranks[index] ?? 0;
	const chosen = all.map((sentence, index) => ({
		sentence,
		rank: rankOf(index)
	}));
	for (let most = Math.max(...ranks);; most--) {
		const line = sentences(...chosen.filter(({ rank }) => rank <= most).map(({ sentence }) => sentence));
		if (most === 0 || wordsIn(`${statement} ${line}`) <= MAX_WORDS) return line;
	}
}
/** Counts words with a letter or a digit: a sign such as % does not count. */
function wordsIn(line) {
	return line.split(" ").filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
function sentences(...parts) {
	return parts.filter((part) => part.trim() !== "").join(" ");
}
// src/report/expected-alarms-text.ts
/** The largest share of unchanged pull requests that a set-up may block without a note in the report. */
const PROMISED = .05;
/** How many unchanged pull requests this set-up blocks, and what would help. Empty: the share is within `PROMISED` or not known. */
function expectedAlarmsText({ expectedFalseAlarms: expected, services }) {
	if (expected == null || expected.ratio <= PROMISED) return "";
	const { ratio, confirmedRatio } = expected;
	const those = judgedWords(expected);
	const blocked = (share) => `about ${frequency(share)} unchanged pull requests ${share > 1 / 3 ? "are" : "is"} blocked`;
	if (confirmedRatio === null) return `With ${those}, ${blocked(ratio)} in spite of the confirmation: runs vary too much here.`;
	const runs = runsText$1(services.filter(({ design }) => design !== "none"));
	const helped = confirmedRatio < ratio / 2 ? `; \`confirmation\` makes it ${frequency(confirmedRatio)}` : "";
	return `With ${those}${runs}, ${blocked(ratio)}${helped}.`;
}
function judgedWords({ services, series }) {
	if (series === 1) return "this service";
	return series === services ? `these ${services} services` : `these ${series} gated series`;
}
/** `1 in 4`; for more than a third `7 in 10`. */
function frequency(share) {
	if (share < .01) return "fewer than 1 in 100";
	return share > 1 / 3 ? `${Math.round(10 * share)} in 10` : `1 in ${Math.round(1 / share)}`;
}
/** ` and 5 pairs`; empty if the services have different numbers. */
function runsText$1(services) {
	const texts = services.flatMap(({ design, comparisons }) => comparisons.filter(({ role, estimate }) => role === "primary" && estimate !== null).map(({ runs }) => {
		if (design === "pairs") return count(runs.candidate, "pair");
		return design === "runs" ? `${count(runs.candidate, "run")} per side` : count(runs.candidate, "job");
	}));
	const [first, ...others] = new Set(texts);
	return first === void 0 || others.length > 0 ? "" : ` and ${first}`;
}
// src/report/share-text.ts
/** `2.5` for a share of 0.025: 2.5 of a hundred. */
function perHundred(ratio) {
	return Number((100 * ratio).toFixed(1)).toString();
}
/** `2.5 %` for a share of 0.025. */
function percentOf(ratio) {
	return `${perHundred(ratio)} %`;
}
/** `0.5 to 7.1 % with 95 % confidence`: the range of a share. */
function formatShare({ lower, upper }) {
	return `${perHundred(lower)} to ${percentOf(upper)} with 95 % confidence`;
}
// src/report/past-alarms-text.ts
/**
* How often this gate blocks unchanged code, measured on the pushes of the baseline. Empty: not known yet.
*
* @param branch the branch as it is written in the report
*/
function pastAlarmsText(past, branch) {
	if (past == null) return "";
	const { pushes, blocked, real, falseAlarms, beforeConfirmation } = past;
	const whole = `On the last ${pushes} pushes to ${branch} this gate would${beforeConfirmation ? ", before a confirmation," : ""} have blocked`;
	if (blocked === 0) return `${whole} none: its rate of false alarms here is ${formatShare(falseAlarms)}.`;
	const share = `${whole} ${blocked} (${percentOf(blocked / pushes)})`;
	if (real === 0) return `${share}, and ${blocked === 1 ? "that was no lasting change" : "none of those was a lasting change"}: a rate of false alarms of ${formatShare(falseAlarms)}.`;
	const accepted = real === 1 ? "1 was an accepted or lasting change" : `${real} were accepted or lasting changes`;
	const rest = blocked - real;
	return `${share}: ${accepted}, ${rest === 0 ? "none was a false alarm" : rest === 1 ? "1 was a false alarm" : `${rest} were false alarms`}. Its rate of false alarms here is ${formatShare(falseAlarms)}.`;
}
// src/report/second-line.ts
/** More notes would make line 2 too long. The details of each service have all of its notes. */
const MAX_NOTES = 2;
const MAX_NAMES$3 = 3;
/** Line 2 of the report: how many series were compared, with which baseline, and how far the comparison can be trusted. */
function secondLine(verdict, context, wording) {
	return [
		comparedText(verdict, verdict.services.filter(isCompared), context, wording),
		shortfallText(verdict, wording),
		...(context.notes ?? []).map((note) => written(note, wording)),
		detectableText(verdict, wording),
		pastAlarmsText(verdict.pastAlarms, branchName(context, wording)),
		expectedAlarmsText(verdict),
		unknownText(verdict.services),
		...notesText(verdict.services, wording)
	].filter((part) => part !== "").join(" ");
}
/** `3 of 3 gated series compared`, for the commit status. */
function coverageCount({ compared, expected }) {
	return `${compared} of ${expected} gated series compared`;
}
/** How the two sides were measured, in words. */
function designWords(design) {
	switch (design) {
		case "pairs": return "in turns on the same machine";
		case "runs": return "each run counts on its own";
		case "jobs": return "runs on one machine count as one";
		case "single": return "one measurement on each side";
		case "none": return "nothing to compare";
	}
}
function isCompared({ comparisons }) {
	return comparisons.some(({ estimate }) => estimate !== null);
}
function comparedText(verdict, services, context, wording) {
	const amount = `Compared ${verdict.compared} of ${verdict.expected} gated series`;
	if (services.length === 0) return `${amount}.`;
	return `${amount} with ${baselineText(services, context, wording)}, ${runsText(services)}.`;
}
function baselineText(services, { baseBranch }, wording) {
	const windows = services.map(({ window }) => window);
	const branch = baseBranch === null ? "the stored baseline" : wording.name(baseBranch);
	const [first] = windows;
	if (windows.every((window) => window === null)) {
		const [commit, ...others] = new Set(services.flatMap(({ baselineRuns }) => baselineRuns.map((run) => run.testedCommit)));
		return commit == null || others.length > 0 ? "the baseline runs" : `the baseline at ${shortCommit(commit, wording)}`;
	}
	if (!windows.every((window) => window?.commit === first?.commit) || first?.commit == null) return `${branch} (the newest commit with a result differs by service)`;
	const distance = first.commitsBehind ? `, ${count(first.commitsBehind, "commit")} back` : "";
	return `${branch} at ${shortCommit(first.commit, wording)}${distance}`;
}
function branchName({ baseBranch }, wording) {
	return baseBranch === null ? "the recorded branch" : wording.name(baseBranch);
}
function shortCommit(sha, wording) {
	return wording.name(/^[0-9a-f]{40,64}$/.test(sha) ? sha.slice(0, 7) : sha);
}
function runsText(services) {
	const estimated = services.flatMap(({ comparisons }) => comparisons.filter(({ estimate }) => estimate !== null));
	const primaries = estimated.filter(({ role }) => role === "primary");
	const runs = (primaries.length > 0 ? primaries : estimated).map((one) => one.runs);
	const candidate = rangeText(runs.map((one) => one.candidate));
	const baseline = rangeText(runs.map((one) => one.baseline));
	const units = [...new Set(services.map(unitOf$2))];
	const unit = units.length === 1 && units[0] !== void 0 ? units[0] : "measurement";
	if (unit === "pair") return `${candidate} ${candidate === "1" ? unit : `${unit}s`}, in turns on the same machine`;
	const words = unit === "machine" ? "; runs on one machine count as one" : "";
	return `${candidate} ${candidate === "1" ? unit : `${unit}s`} against ${baseline}${words}`;
}
function rangeText(numbers) {
	if (numbers.length === 0) return "no";
	const smallest = Math.min(...numbers);
	const largest = Math.max(...numbers);
	return smallest === largest ? `${smallest}` : `${smallest} to ${largest}`;
}
const NOT_COMPARED = [
	"missing",
	"invalid",
	"not-comparable"
];
/** Names the services that were not fully compared. Empty if nothing was compared, because line 1 then says why. */
function shortfallText({ compared, expected, services }, wording) {
	if (compared === 0 || compared >= expected) return "";
	const names = services.filter(({ comparisons }) => comparisons.some(({ role, verdict }) => role !== "other" && NOT_COMPARED.includes(verdict))).map(({ service, comparisons }) => {
		return `${comparisons.every(({ role, estimate }) => role === "other" || estimate === null) ? "" : "parts of "}${wording.name(service)}`;
	});
	return names.length === 0 ? "" : `Not compared: ${listed(firstOf(names, MAX_NAMES$3))}.`;
}
/** Reports the primary series with the largest detectable change, because the promise must hold for every primary series. */
function detectableText(verdict, wording) {
	const estimated = gatedComparisons(verdict).filter(({ role, estimate }) => role === "primary" && estimate !== null);
	const blind = estimated.find(({ estimate }) => estimate?.unprovable != null);
	if (blind !== void 0) return unprovableText(blind, estimated.length > 1, wording);
	const [weakest] = estimated.toSorted((left, right) => detectable(right) - detectable(left));
	if (weakest === void 0 || !Number.isFinite(detectable(weakest))) return "";
	const size = formatSize(detectable(weakest), weakest.limitRatio);
	const everywhere = estimated.length > 1 ? " in any of them" : "";
	const kind = weakest.better === "higher" ? "fall" : "slowdown";
	const atTimes = estimated.some((one) => isProvenBelow(one, detectable(weakest))) ? " A smaller one is proven only at times, as here." : "";
	if (weakest.limitRatio !== null && detectable(weakest) > 2 * weakest.limitRatio) return `Only a ${kind} of ${size} or more${everywhere} would have been proven; the limit is ${formatLimit(weakest.limitRatio)}.${atTimes}`;
	return `A ${kind} of ${size} or more${everywhere} would have been proven.${atTimes}`;
}
/** The size that is named is proven in 95 of 100 cases. Without a word, a smaller one that is proven here would contradict it. */
function isProvenBelow(comparison, size) {
	return (comparison.verdict === "regressed" || comparison.verdict === "slower") && (worseningOf(comparison) ?? 0) < size;
}
/** Why no slowdown at all would have been proven. */
function unprovableText({ estimate, service }, isOneOfMany, wording) {
	const where = isOneOfMany ? ` of ${wording.name(service)}` : "";
	switch (estimate?.unprovable) {
		case "too-few-requests": return `No slowdown${where} would have been proven, however large: there are too few requests in a run.`;
		case "min-delta": return `No slowdown${where} would have been proven: ${wording.name("min-delta")} forgives more than these data can see.`;
		case "uneven-store": return `No slowdown${where} would have been proven: the stored jobs are not alike. Pairs on one machine can prove one.`;
		case "new-level": return `No slowdown${where} would have been proven: the store has few jobs since its level changed.`;
		case "stored-outliers": return `No slowdown${where} would have been proven by one job: some stored jobs were as far off. Measure it in more jobs.`;
		default: return `No slowdown${where} would have been proven: with so few runs the noise is assumed, not measured.`;
	}
}
function detectable({ estimate }) {
	return estimate?.detectableRatio ?? 0;
}
const CONDITION_NAMES = {
	machine: "the machine",
	load: "the load",
	scriptHash: "the load script",
	tool: "the version of the tool"
};
/** Names the conditions that are not known. If a condition is unknown on both sides, a difference in it cannot be seen. */
function unknownText(services) {
	const runs = services.flatMap(({ candidateRuns, baselineRuns }) => [...candidateRuns, ...baselineRuns]);
	const unknown = [
		"machine",
		"load",
		"scriptHash",
		"tool"
	].filter((field) => runs.some(({ conditions }) => conditions[field] === null));
	return unknown.length === 0 ? "" : `Not known: ${listed(unknown.map((field) => CONDITION_NAMES[field]))}.`;
}
function notesText(services, wording) {
	const all = distinct(services.flatMap((service) => service.notes));
	const shown = all.slice(0, MAX_NOTES).map((note) => written(note, wording));
	const hidden = all.length - shown.length;
	return hidden === 0 ? shown : [...shown, `${count(hidden, "more note")} in the details.`];
}
// src/report/status-description.ts
/**
* GitHub refuses a longer description of a commit status.
* https://docs.github.com/en/rest/commits/statuses#create-a-commit-status (the limit itself is not in its schema)
*/
const MAX_LENGTH = 140;
/** The verdict in at most 140 UTF-16 units of plain text, with the coverage if there is room. */
function statusDescription(verdict, context) {
	const { statement } = headline(verdict, context, PLAIN$1);
	const full = `${statement} ${coverageCount(verdict)}.`;
	if (full.length <= MAX_LENGTH) return full;
	return shortened(statement);
}
function shortened(text) {
	if (text.length <= MAX_LENGTH) return text;
	return `${text.slice(0, 139).replace(/[\uD800-\uDBFF]$/, "").trimEnd()}…`;
}
// node_modules/handlebars/dist/cjs/handlebars/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.extend = extend;
	exports.indexOf = indexOf;
	exports.escapeExpression = escapeExpression;
	exports.isEmpty = isEmpty;
	exports.createFrame = createFrame;
	exports.blockParams = blockParams;
	exports.appendContextPath = appendContextPath;
	var escape = {
		"&": "&amp;",
		"<": "&lt;",
		">": "&gt;",
		"\"": "&quot;",
		"'": "&#x27;",
		"`": "&#x60;",
		"=": "&#x3D;"
	};
	var badChars = /[&<>"'`=]/g;
	var possible = /[&<>"'`=]/;
	function escapeChar(chr) {
		return escape[chr];
	}
	function extend(obj) {
		for (var i = 1; i < arguments.length; i++) for (var key in arguments[i]) if (Object.prototype.hasOwnProperty.call(arguments[i], key)) obj[key] = arguments[i][key];
		return obj;
	}
	var toString = Object.prototype.toString;
	exports.toString = toString;
	var isFunction = function isFunction(value) {
		return typeof value === "function";
	};
	/* istanbul ignore next */
	if (isFunction(/x/)) exports.isFunction = isFunction = function(value) {
		return typeof value === "function" && toString.call(value) === "[object Function]";
	};
	exports.isFunction = isFunction;
	/* istanbul ignore next */
	var isArray = Array.isArray || function(value) {
		return value && typeof value === "object" ? toString.call(value) === "[object Array]" : false;
	};
	exports.isArray = isArray;
	function indexOf(array, value) {
		for (var i = 0, len = array.length; i < len; i++) if (array[i] === value) return i;
		return -1;
	}
	function escapeExpression(string) {
		if (typeof string !== "string") {
			if (string && typeof string.toHTML === "function") return string.toHTML();
			else if (string == null) return "";
			else if (!string) return string + "";
			string = "" + string;
		}
		if (!possible.test(string)) return string;
		return string.replace(badChars, escapeChar);
	}
	function isEmpty(value) {
		if (!value && value !== 0) return true;
		else if (isArray(value) && value.length === 0) return true;
		else return false;
	}
	function createFrame(object) {
		var frame = extend({}, object);
		frame._parent = object;
		return frame;
	}
	function blockParams(params, ids) {
		params.path = ids;
		return params;
	}
	function appendContextPath(contextPath, id) {
		return (contextPath ? contextPath + "." : "") + id;
	}
}));
// node_modules/handlebars/dist/cjs/handlebars/exception.js
var require_exception = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	var errorProps = [
		"description",
		"fileName",
		"lineNumber",
		"endLineNumber",
		"message",
		"name",
		"number",
		"stack"
	];
	function Exception(message, node) {
		var loc = node && node.loc, line = void 0, endLineNumber = void 0, column = void 0, endColumn = void 0;
		if (loc && loc.start) {
			line = loc.start.line;
			column = loc.start.column;
			if (loc.end) {
				endLineNumber = loc.end.line;
				endColumn = loc.end.column;
			}
			message += " - " + line + ":" + column;
		}
		var tmp = Error.prototype.constructor.call(this, message);
		for (var idx = 0; idx < errorProps.length; idx++) this[errorProps[idx]] = tmp[errorProps[idx]];
		/* istanbul ignore else */
		if (Error.captureStackTrace) Error.captureStackTrace(this, Exception);
		try {
			if (loc) {
				this.lineNumber = line;
				this.endLineNumber = endLineNumber;
				/* istanbul ignore next */
				if (Object.defineProperty) {
					Object.defineProperty(this, "column", {
						value: column,
						enumerable: true
					});
					Object.defineProperty(this, "endColumn", {
						value: endColumn,
						enumerable: true
					});
				} else {
					this.column = column;
					this.endColumn = endColumn;
				}
			}
		} catch (nop) {}
	}
	Exception.prototype = /* @__PURE__ */ new Error();
	exports["default"] = Exception;
	module.exports = exports["default"];
}));
// node_modules/handlebars/dist/cjs/handlebars/helpers/block-helper-missing.js
var require_block_helper_missing = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	var _utils = require_utils();
	exports["default"] = function(instance) {
		instance.registerHelper("blockHelperMissing", function(context, options) {
			var inverse = options.inverse, fn = options.fn;
			if (context === true) return fn(this);
			else if (context === false || context == null) return inverse(this);
			else if (_utils.isArray(context)) {
				if (context.length > 0) {
					if (options.ids) options.ids = [options.name];
					return instance.helpers.each(context, options);
				} else return inverse(this);
			} else {
				if (options.data && options.ids) {
					var data = _utils.createFrame(options.data);
					data.contextPath = _utils.appendContextPath(options.data.contextPath, options.name);
					options = { data };
				}
				return fn(context, options);
			}
		});
	};
	module.exports = exports["default"];
}));
// node_modules/handlebars/dist/cjs/handlebars/helpers/each.js
var require_each = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _utils = require_utils();
	var _exception2 = _interopRequireDefault(require_exception());
	/**
	* Close an unfinished iterator after the block body threw, like for...of does,
	* so that generators can run their cleanup code.
	*
	* Errors thrown while closing, including by a `return` getter, are ignored:
	* the block's error is the cause and is the one the caller must see.
	*
	* @param {Iterator} iterator the iterator that was being consumed
	*/
	function closeIterator(iterator) {
		try {
			var _close = iterator["return"];
			if (_utils.isFunction(_close)) _close.call(iterator);
		} catch (closeError) {}
	}
	exports["default"] = function(instance) {
		instance.registerHelper("each", function(context, options) {
			if (!options) throw new _exception2["default"]("Must pass iterator to #each");
			var fn = options.fn, inverse = options.inverse, i = 0, ret = "", data = void 0, contextPath = void 0;
			if (options.data && options.ids) contextPath = _utils.appendContextPath(options.data.contextPath, options.ids[0]) + ".";
			if (_utils.isFunction(context)) context = context.call(this);
			if (options.data) data = _utils.createFrame(options.data);
			function execIteration(field, index, last, value) {
				if (data) {
					data.key = field;
					data.index = index;
					data.first = index === 0;
					data.last = !!last;
					if (contextPath) data.contextPath = contextPath + field;
				}
				ret = ret + fn(value, {
					data,
					blockParams: _utils.blockParams([value, field], [contextPath + field, null])
				});
			}
			if (context && typeof context === "object") {
				if (_utils.isArray(context)) {
					for (var j = context.length; i < j; i++) if (i in context) execIteration(i, i, i === context.length - 1, context[i]);
				} else if (typeof Symbol === "function" && context[Symbol.iterator]) {
					var iterator = context[Symbol.iterator]();
					var current = iterator.next();
					while (!current.done) {
						var next = iterator.next();
						try {
							execIteration(i, i, next.done, current.value);
						} catch (e) {
							if (!next.done) closeIterator(iterator);
							throw e;
						}
						current = next;
						i++;
					}
				} else (function() {
					var priorKey = void 0;
					Object.keys(context).forEach(function(key) {
						if (priorKey !== void 0) execIteration(priorKey, i - 1, false, context[priorKey]);
						priorKey = key;
						i++;
					});
					if (priorKey !== void 0) execIteration(priorKey, i - 1, true, context[priorKey]);
				})();
			}
			if (i === 0) ret = inverse(this);
			return ret;
		});
	};
	module.exports = exports["default"];
}));
// node_modules/handlebars/dist/cjs/handlebars/helpers/helper-missing.js
var require_helper_missing = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _exception2 = _interopRequireDefault(require_exception());
	exports["default"] = function(instance) {
		instance.registerHelper("helperMissing", function() {
			if (arguments.length === 1) return;
			else throw new _exception2["default"]("Missing helper: \"" + arguments[arguments.length - 1].name + "\"");
		});
	};
	module.exports = exports["default"];
}));
// node_modules/handlebars/dist/cjs/handlebars/helpers/if.js
var require_if = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _utils = require_utils();
	var _exception2 = _interopRequireDefault(require_exception());
	exports["default"] = function(instance) {
		instance.registerHelper("if", function(conditional, options) {
			if (arguments.length != 2) throw new _exception2["default"]("#if requires exactly one argument");
			if (_utils.isFunction(conditional)) conditional = conditional.call(this);
			if (!options.hash.includeZero && !conditional || _utils.isEmpty(conditional)) return options.inverse(this);
			else return options.fn(this);
		});
		instance.registerHelper("unless", function(conditional, options) {
			if (arguments.length != 2) throw new _exception2["default"]("#unless requires exactly one argument");
			return instance.helpers["if"].call(this, conditional, {
				fn: options.inverse,
				inverse: options.fn,
				hash: options.hash
			});
		});
	};
	module.exports = exports["default"];
}));
// node_modules/handlebars/dist/cjs/handlebars/helpers/log.js
var require_log = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	exports["default"] = function(instance) {
		instance.registerHelper("log", function() {
			var args = [void 0], options = arguments[arguments.length - 1];
			for (var i = 0; i < arguments.length - 1; i++) args.push(arguments[i]);
			var level = 1;
			if (options.hash.level != null) level = options.hash.level;
			else if (options.data && options.data.level != null) level = options.data.level;
			args[0] = level;
			instance.log.apply(instance, args);
		});
	};
	module.exports = exports["default"];
}));
// node_modules/handlebars/dist/cjs/handlebars/helpers/lookup.js
var require_lookup = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	exports["default"] = function(instance) {
		instance.registerHelper("lookup", function(obj, field, options) {
			if (!obj) return obj;
			return options.lookupProperty(obj, field);
		});
	};
	module.exports = exports["default"];
}));
// node_modules/handlebars/dist/cjs/handlebars/helpers/with.js
var require_with = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _utils = require_utils();
	var _exception2 = _interopRequireDefault(require_exception());
	exports["default"] = function(instance) {
		instance.registerHelper("with", function(context, options) {
			if (arguments.length != 2) throw new _exception2["default"]("#with requires exactly one argument");
			if (_utils.isFunction(context)) context = context.call(this);
			var fn = options.fn;
			if (!_utils.isEmpty(context)) {
				var data = options.data;
				if (options.data && options.ids) {
					data = _utils.createFrame(options.data);
					data.contextPath = _utils.appendContextPath(options.data.contextPath, options.ids[0]);
				}
				return fn(context, {
					data,
					blockParams: _utils.blockParams([context], [data && data.contextPath])
				});
			} else return options.inverse(this);
		});
	};
	module.exports = exports["default"];
}));
// node_modules/handlebars/dist/cjs/handlebars/helpers.js
var require_helpers = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.registerDefaultHelpers = registerDefaultHelpers;
	exports.moveHelperToHooks = moveHelperToHooks;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _helpersBlockHelperMissing2 = _interopRequireDefault(require_block_helper_missing());
	var _helpersEach2 = _interopRequireDefault(require_each());
	var _helpersHelperMissing2 = _interopRequireDefault(require_helper_missing());
	var _helpersIf2 = _interopRequireDefault(require_if());
	var _helpersLog2 = _interopRequireDefault(require_log());
	var _helpersLookup2 = _interopRequireDefault(require_lookup());
	var _helpersWith2 = _interopRequireDefault(require_with());
	function registerDefaultHelpers(instance) {
		_helpersBlockHelperMissing2["default"](instance);
		_helpersEach2["default"](instance);
		_helpersHelperMissing2["default"](instance);
		_helpersIf2["default"](instance);
		_helpersLog2["default"](instance);
		_helpersLookup2["default"](instance);
		_helpersWith2["default"](instance);
	}
	function moveHelperToHooks(instance, helperName, keepHelper) {
		if (instance.helpers[helperName]) {
			instance.hooks[helperName] = instance.helpers[helperName];
			if (!keepHelper) instance.helpers[helperName] = void 0;
		}
	}
}));
// node_modules/handlebars/dist/cjs/handlebars/decorators/inline.js
var require_inline = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	var _utils = require_utils();
	exports["default"] = function(instance) {
		instance.registerDecorator("inline", function(fn, props, container, options) {
			var ret = fn;
			if (!props.partials) {
				props.partials = {};
				ret = function(context, options) {
					var original = container.partials;
					container.partials = _utils.extend({}, original, props.partials);
					var ret = fn(context, options);
					container.partials = original;
					return ret;
				};
			}
			props.partials[options.args[0]] = options.fn;
			return ret;
		});
	};
	module.exports = exports["default"];
}));
// node_modules/handlebars/dist/cjs/handlebars/decorators.js
var require_decorators = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.registerDefaultDecorators = registerDefaultDecorators;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _decoratorsInline2 = _interopRequireDefault(require_inline());
	function registerDefaultDecorators(instance) {
		_decoratorsInline2["default"](instance);
	}
}));
// node_modules/handlebars/dist/cjs/handlebars/logger.js
var require_logger = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	var _utils = require_utils();
	var logger = {
		methodMap: [
			"debug",
			"info",
			"warn",
			"error"
		],
		level: "info",
		lookupLevel: function lookupLevel(level) {
			if (typeof level === "string") {
				var levelMap = _utils.indexOf(logger.methodMap, level.toLowerCase());
				if (levelMap >= 0) level = levelMap;
				else level = parseInt(level, 10);
			}
			return level;
		},
		log: function log(level) {
			level = logger.lookupLevel(level);
			if (typeof console !== "undefined" && logger.lookupLevel(logger.level) <= level) {
				var method = logger.methodMap[level];
				if (!console[method]) method = "log";
				for (var _len = arguments.length, message = Array(_len > 1 ? _len - 1 : 0), _key = 1; _key < _len; _key++) message[_key - 1] = arguments[_key];
				console[method].apply(console, message);
			}
		}
	};
	exports["default"] = logger;
	module.exports = exports["default"];
}));
// node_modules/handlebars/dist/cjs/handlebars/internal/proto-access.js
var require_proto_access = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.createProtoAccessControl = createProtoAccessControl;
	exports.resultIsAllowed = resultIsAllowed;
	exports.isPrototypeConstructor = isPrototypeConstructor;
	exports.resetLoggedProperties = resetLoggedProperties;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _utils = require_utils();
	var _logger2 = _interopRequireDefault(require_logger());
	var loggedProperties = Object.create(null);
	function createProtoAccessControl(runtimeOptions) {
		var propertyWhiteList = Object.create(null);
		propertyWhiteList["__proto__"] = false;
		_utils.extend(propertyWhiteList, runtimeOptions.allowedProtoProperties);
		var methodWhiteList = Object.create(null);
		methodWhiteList["constructor"] = false;
		methodWhiteList["__defineGetter__"] = false;
		methodWhiteList["__defineSetter__"] = false;
		methodWhiteList["__lookupGetter__"] = false;
		methodWhiteList["__lookupSetter__"] = false;
		_utils.extend(methodWhiteList, runtimeOptions.allowedProtoMethods);
		return {
			properties: {
				whitelist: propertyWhiteList,
				defaultValue: runtimeOptions.allowProtoPropertiesByDefault
			},
			methods: {
				whitelist: methodWhiteList,
				defaultValue: runtimeOptions.allowProtoMethodsByDefault
			}
		};
	}
	function resultIsAllowed(result, protoAccessControl, propertyName) {
		if (typeof result === "function") return checkWhiteList(protoAccessControl.methods, propertyName);
		else return checkWhiteList(protoAccessControl.properties, propertyName);
	}
	/**
	* Detect a prototype object's own "constructor" back-reference, e.g.
	* `Function.prototype.constructor === Function`. Because "constructor" is an
	* "own" property of such objects, it would otherwise bypass the prototype-access
	* checks and expose dangerous constructors (allowing arbitrary code execution).
	*
	* Only functions can be constructors, so other values are never treated as one
	* and their `prototype` is never read.
	*
	* @param {*} parent the object the property is being read from
	* @param {string} propertyName the property being looked up
	* @param {*} result the already-resolved value of `parent[propertyName]`
	* @returns {boolean} true if the lookup resolves `parent`'s own constructor
	*/
	function isPrototypeConstructor(parent, propertyName, result) {
		return propertyName === "constructor" && typeof result === "function" && parent === result.prototype;
	}
	function checkWhiteList(protoAccessControlForType, propertyName) {
		if (protoAccessControlForType.whitelist[propertyName] !== void 0) return protoAccessControlForType.whitelist[propertyName] === true;
		if (protoAccessControlForType.defaultValue !== void 0) return protoAccessControlForType.defaultValue;
		logUnexpecedPropertyAccessOnce(propertyName);
		return false;
	}
	function logUnexpecedPropertyAccessOnce(propertyName) {
		if (loggedProperties[propertyName] !== true) {
			loggedProperties[propertyName] = true;
			_logger2["default"].log("error", "Handlebars: Access has been denied to resolve the property \"" + propertyName + "\" because it is not an \"own property\" of its parent.\nYou can add a runtime option to disable the check or this warning:\nSee https://handlebarsjs.com/api-reference/runtime-options.html#options-to-control-prototype-access for details");
		}
	}
	function resetLoggedProperties() {
		Object.keys(loggedProperties).forEach(function(propertyName) {
			delete loggedProperties[propertyName];
		});
	}
}));
// node_modules/handlebars/dist/cjs/handlebars/base.js
var require_base = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.HandlebarsEnvironment = HandlebarsEnvironment;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _utils = require_utils();
	var _exception2 = _interopRequireDefault(require_exception());
	var _helpers = require_helpers();
	var _decorators = require_decorators();
	var _logger2 = _interopRequireDefault(require_logger());
	var _internalProtoAccess = require_proto_access();
	exports.VERSION = "4.7.10";
	exports.COMPILER_REVISION = 8;
	exports.LAST_COMPATIBLE_COMPILER_REVISION = 7;
	exports.REVISION_CHANGES = {
		1: "<= 1.0.rc.2",
		2: "== 1.0.0-rc.3",
		3: "== 1.0.0-rc.4",
		4: "== 1.x.x",
		5: "== 2.0.0-alpha.x",
		6: ">= 2.0.0-beta.1",
		7: ">= 4.0.0 <4.3.0",
		8: ">= 4.3.0"
	};
	var objectType = "[object Object]";
	function HandlebarsEnvironment(helpers, partials, decorators) {
		this.helpers = helpers || {};
		this.partials = partials || {};
		this.decorators = decorators || {};
		_helpers.registerDefaultHelpers(this);
		_decorators.registerDefaultDecorators(this);
	}
	HandlebarsEnvironment.prototype = {
		constructor: HandlebarsEnvironment,
		logger: _logger2["default"],
		log: _logger2["default"].log,
		registerHelper: function registerHelper(name, fn) {
			if (_utils.toString.call(name) === objectType) {
				if (fn) throw new _exception2["default"]("Arg not supported with multiple helpers");
				_utils.extend(this.helpers, name);
			} else this.helpers[name] = fn;
		},
		unregisterHelper: function unregisterHelper(name) {
			delete this.helpers[name];
		},
		registerPartial: function registerPartial(name, partial) {
			if (_utils.toString.call(name) === objectType) _utils.extend(this.partials, name);
			else {
				if (typeof partial === "undefined") throw new _exception2["default"]("Attempting to register a partial called \"" + name + "\" as undefined");
				this.partials[name] = partial;
			}
		},
		unregisterPartial: function unregisterPartial(name) {
			delete this.partials[name];
		},
		registerDecorator: function registerDecorator(name, fn) {
			if (_utils.toString.call(name) === objectType) {
				if (fn) throw new _exception2["default"]("Arg not supported with multiple decorators");
				_utils.extend(this.decorators, name);
			} else this.decorators[name] = fn;
		},
		unregisterDecorator: function unregisterDecorator(name) {
			delete this.decorators[name];
		},
		/**
		* Reset the memory of illegal property accesses that have already been logged.
		* @deprecated should only be used in handlebars test-cases
		*/
		resetLoggedPropertyAccesses: function resetLoggedPropertyAccesses() {
			_internalProtoAccess.resetLoggedProperties();
		}
	};
	exports.log = _logger2["default"].log;
	exports.createFrame = _utils.createFrame;
	exports.logger = _logger2["default"];
}));
// node_modules/handlebars/dist/cjs/handlebars/safe-string.js
var require_safe_string = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	function SafeString(string) {
		this.string = string;
	}
	SafeString.prototype.toString = SafeString.prototype.toHTML = function() {
		return "" + this.string;
	};
	exports["default"] = SafeString;
	module.exports = exports["default"];
}));
// node_modules/handlebars/dist/cjs/handlebars/internal/wrapHelper.js
var require_wrapHelper = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.wrapHelper = wrapHelper;
	function wrapHelper(helper, transformOptionsFn) {
		if (typeof helper !== "function") return helper;
		return function wrapper() {
			var options = arguments[arguments.length - 1];
			arguments[arguments.length - 1] = transformOptionsFn(options);
			return helper.apply(this, arguments);
		};
	}
}));
// node_modules/handlebars/dist/cjs/handlebars/runtime.js
var require_runtime$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.checkRevision = checkRevision;
	exports.template = template;
	exports.wrapProgram = wrapProgram;
	exports.resolvePartial = resolvePartial;
	exports.invokePartial = invokePartial;
	exports.noop = noop;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	// istanbul ignore next
	function _interopRequireWildcard(obj) {
		if (obj && obj.__esModule) return obj;
		else {
			var newObj = {};
			if (obj != null) {
				for (var key in obj) if (Object.prototype.hasOwnProperty.call(obj, key)) newObj[key] = obj[key];
			}
			newObj["default"] = obj;
			return newObj;
		}
	}
	var Utils = _interopRequireWildcard(require_utils());
	var _exception2 = _interopRequireDefault(require_exception());
	var _base = require_base();
	var _helpers = require_helpers();
	var _internalWrapHelper = require_wrapHelper();
	var _internalProtoAccess = require_proto_access();
	function checkRevision(compilerInfo) {
		var compilerRevision = compilerInfo && compilerInfo[0] || 1, currentRevision = _base.COMPILER_REVISION;
		if (compilerRevision >= _base.LAST_COMPATIBLE_COMPILER_REVISION && compilerRevision <= _base.COMPILER_REVISION) return;
		if (compilerRevision < _base.LAST_COMPATIBLE_COMPILER_REVISION) {
			var runtimeVersions = _base.REVISION_CHANGES[currentRevision], compilerVersions = _base.REVISION_CHANGES[compilerRevision];
			throw new _exception2["default"]("Template was precompiled with an older version of Handlebars than the current runtime. Please update your precompiler to a newer version (" + runtimeVersions + ") or downgrade your runtime to an older version (" + compilerVersions + ").");
		} else throw new _exception2["default"]("Template was precompiled with a newer version of Handlebars than the current runtime. Please update your runtime to a newer version (" + compilerInfo[1] + ").");
	}
	function template(templateSpec, env) {
		/* istanbul ignore next */
		if (!env) throw new _exception2["default"]("No environment passed to template");
		if (!templateSpec || !templateSpec.main) throw new _exception2["default"]("Unknown template object: " + typeof templateSpec);
		templateSpec.main.decorator = templateSpec.main_d;
		env.VM.checkRevision(templateSpec.compiler);
		var templateWasPrecompiledWithCompilerV7 = templateSpec.compiler && templateSpec.compiler[0] === 7;
		function invokePartialWrapper(partial, context, options) {
			if (options.hash) {
				context = Utils.extend({}, context, options.hash);
				if (options.ids) options.ids[0] = true;
			}
			partial = env.VM.resolvePartial.call(this, partial, context, options);
			options.hooks = this.hooks;
			options.protoAccessControl = this.protoAccessControl;
			var result = env.VM.invokePartial.call(this, partial, context, options);
			if (result == null && Utils.isFunction(partial)) throw new _exception2["default"]("The partial " + options.name + " returned no output: partials must return a string");
			if (result == null && env.compile) {
				if (typeof partial !== "string") throw new _exception2["default"]("The partial " + options.name + " could not be compiled: partials must be strings or functions returning strings");
				options.partials[options.name] = env.compile(partial, templateSpec.compilerOptions, env);
				result = options.partials[options.name](context, options);
			}
			if (result != null) {
				if (options.indent) {
					var lines = result.split("\n");
					for (var i = 0, l = lines.length; i < l; i++) {
						if (!lines[i] && i + 1 === l) break;
						lines[i] = options.indent + lines[i];
					}
					result = lines.join("\n");
				}
				return result;
			} else throw new _exception2["default"]("The partial " + options.name + " could not be compiled when running in runtime-only mode");
		}
		var container = {
			strict: function strict(obj, name, loc) {
				if (!obj || !(name in obj)) throw new _exception2["default"]("\"" + name + "\" not defined in " + obj, { loc });
				return container.lookupProperty(obj, name);
			},
			lookupProperty: function lookupProperty(parent, propertyName) {
				var result = parent[propertyName];
				if (result == null) return result;
				if (Object.prototype.hasOwnProperty.call(parent, propertyName) && !_internalProtoAccess.isPrototypeConstructor(parent, propertyName, result)) return result;
				if (_internalProtoAccess.resultIsAllowed(result, container.protoAccessControl, propertyName)) return result;
			},
			lookup: function lookup(depths, name) {
				var len = depths.length;
				for (var i = 0; i < len; i++) {
					var result = depths[i] && container.lookupProperty(depths[i], name);
					if (result != null) return result;
				}
			},
			lambda: function lambda(current, context) {
				return typeof current === "function" ? current.call(context) : current;
			},
			escapeExpression: Utils.escapeExpression,
			invokePartial: invokePartialWrapper,
			fn: function fn(i) {
				var ret = templateSpec[i];
				ret.decorator = templateSpec[i + "_d"];
				return ret;
			},
			programs: [],
			program: function program(i, data, declaredBlockParams, blockParams, depths) {
				var programWrapper = this.programs[i], fn = this.fn(i);
				if (data || depths || blockParams || declaredBlockParams) programWrapper = wrapProgram(this, i, fn, data, declaredBlockParams, blockParams, depths);
				else if (!programWrapper) programWrapper = this.programs[i] = wrapProgram(this, i, fn);
				return programWrapper;
			},
			data: function data(value, depth) {
				while (value && depth--) value = value._parent;
				return value;
			},
			mergeIfNeeded: function mergeIfNeeded(param, common) {
				var obj = param || common;
				if (param && common && param !== common) obj = Utils.extend({}, common, param);
				return obj;
			},
			nullContext: Object.seal({}),
			noop: env.VM.noop,
			compilerInfo: templateSpec.compiler
		};
		function ret(context) {
			var options = arguments.length <= 1 || arguments[1] === void 0 ? {} : arguments[1];
			var data = options.data;
			ret._setup(options);
			if (!options.partial && templateSpec.useData) data = initData(context, data);
			var depths = void 0, blockParams = templateSpec.useBlockParams ? [] : void 0;
			if (templateSpec.useDepths) {
				if (options.depths) depths = context != options.depths[0] ? [context].concat(options.depths) : options.depths;
				else depths = [context];
			}
			function main(context) {
				return "" + templateSpec.main(container, context, container.helpers, container.partials, data, blockParams, depths);
			}
			main = executeDecorators(templateSpec.main, main, container, options.depths || [], data, blockParams);
			return main(context, options);
		}
		ret.isTop = true;
		ret._setup = function(options) {
			if (!options.partial) {
				var mergedHelpers = {};
				addHelpers(mergedHelpers, env.helpers, container);
				addHelpers(mergedHelpers, options.helpers, container);
				container.helpers = mergedHelpers;
				if (templateSpec.usePartial) container.partials = container.mergeIfNeeded(options.partials, env.partials);
				if (templateSpec.usePartial || templateSpec.useDecorators) container.decorators = Utils.extend({}, env.decorators, options.decorators);
				container.hooks = {};
				container.protoAccessControl = _internalProtoAccess.createProtoAccessControl(options);
				var keepHelperInHelpers = options.allowCallsToHelperMissing || templateWasPrecompiledWithCompilerV7;
				_helpers.moveHelperToHooks(container, "helperMissing", keepHelperInHelpers);
				_helpers.moveHelperToHooks(container, "blockHelperMissing", keepHelperInHelpers);
			} else {
				container.protoAccessControl = options.protoAccessControl;
				container.helpers = options.helpers;
				container.partials = options.partials;
				container.decorators = options.decorators;
				container.hooks = options.hooks;
			}
		};
		ret._child = function(i, data, blockParams, depths) {
			if (templateSpec.useBlockParams && !blockParams) throw new _exception2["default"]("must pass block params");
			if (templateSpec.useDepths && !depths) throw new _exception2["default"]("must pass parent depths");
			return wrapProgram(container, i, templateSpec[i], data, 0, blockParams, depths);
		};
		return ret;
	}
	function wrapProgram(container, i, fn, data, declaredBlockParams, blockParams, depths) {
		function prog(context) {
			var options = arguments.length <= 1 || arguments[1] === void 0 ? {} : arguments[1];
			var currentDepths = depths;
			if (depths && context != depths[0] && !(context === container.nullContext && depths[0] === null)) currentDepths = [context].concat(depths);
			return fn(container, context, container.helpers, container.partials, options.data || data, blockParams && [options.blockParams].concat(blockParams), currentDepths);
		}
		prog = executeDecorators(fn, prog, container, depths, data, blockParams);
		prog.program = i;
		prog.depth = depths ? depths.length : 0;
		prog.blockParams = declaredBlockParams || 0;
		return prog;
	}
	/**
	* This is currently part of the official API, therefore implementation details should not be changed.
	*/
	function resolvePartial(partial, context, options) {
		if (!partial) {
			if (options.name === "@partial-block") partial = lookupOwnProperty(options.data, "partial-block");
			else partial = lookupOwnProperty(options.partials, options.name);
		} else if (typeof partial !== "function" && !options.name) {
			options.name = partial;
			partial = lookupOwnProperty(options.partials, partial);
		}
		return partial;
	}
	function invokePartial(partial, context, options) {
		var currentPartialBlock = lookupOwnProperty(options.data, "partial-block");
		options.partial = true;
		if (options.ids) options.data.contextPath = options.ids[0] || options.data.contextPath;
		var partialBlock = void 0;
		if (options.fn && options.fn !== noop) (function() {
			options.data = _base.createFrame(options.data);
			var fn = options.fn;
			partialBlock = options.data["partial-block"] = function partialBlockWrapper(context) {
				var options = arguments.length <= 1 || arguments[1] === void 0 ? {} : arguments[1];
				options.data = _base.createFrame(options.data);
				options.data["partial-block"] = currentPartialBlock;
				return fn(context, options);
			};
			if (fn.partials) options.partials = Utils.extend({}, options.partials, fn.partials);
		})();
		if (partial === void 0 && partialBlock) partial = partialBlock;
		if (partial === void 0) throw new _exception2["default"]("The partial " + options.name + " could not be found");
		else if (partial instanceof Function) return partial(context, options);
	}
	function noop() {
		return "";
	}
	function lookupOwnProperty(obj, name) {
		if (obj && Object.prototype.hasOwnProperty.call(obj, name)) return obj[name];
	}
	function initData(context, data) {
		if (!data || !("root" in data)) {
			data = data ? _base.createFrame(data) : {};
			data.root = context;
		}
		return data;
	}
	function executeDecorators(fn, prog, container, depths, data, blockParams) {
		if (fn.decorator) {
			var props = {};
			prog = fn.decorator(prog, props, container, depths && depths[0], data, blockParams, depths);
			Utils.extend(prog, props);
		}
		return prog;
	}
	function addHelpers(mergedHelpers, helpers, container) {
		if (!helpers) return;
		Object.keys(helpers).forEach(function(helperName) {
			var helper = helpers[helperName];
			mergedHelpers[helperName] = passLookupPropertyOption(helper, container);
		});
	}
	function passLookupPropertyOption(helper, container) {
		var lookupProperty = container.lookupProperty;
		return _internalWrapHelper.wrapHelper(helper, function(options) {
			options.lookupProperty = lookupProperty;
			return options;
		});
	}
}));
// node_modules/handlebars/dist/cjs/handlebars/no-conflict.js
var require_no_conflict = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	exports["default"] = function(Handlebars) {
		/* istanbul ignore next */
		(function() {
			if (typeof globalThis === "object") return;
			Object.prototype.__defineGetter__("__magic__", function() {
				return this;
			});
			__magic__.globalThis = __magic__;
			delete Object.prototype.__magic__;
		})();
		var $Handlebars = globalThis.Handlebars;
		/* istanbul ignore next */
		Handlebars.noConflict = function() {
			if (globalThis.Handlebars === Handlebars) globalThis.Handlebars = $Handlebars;
			return Handlebars;
		};
	};
	module.exports = exports["default"];
}));
// node_modules/handlebars/dist/cjs/handlebars.runtime.js
var require_handlebars_runtime = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	// istanbul ignore next
	function _interopRequireWildcard(obj) {
		if (obj && obj.__esModule) return obj;
		else {
			var newObj = {};
			if (obj != null) {
				for (var key in obj) if (Object.prototype.hasOwnProperty.call(obj, key)) newObj[key] = obj[key];
			}
			newObj["default"] = obj;
			return newObj;
		}
	}
	var base = _interopRequireWildcard(require_base());
	var _handlebarsSafeString2 = _interopRequireDefault(require_safe_string());
	var _handlebarsException2 = _interopRequireDefault(require_exception());
	var Utils = _interopRequireWildcard(require_utils());
	var runtime = _interopRequireWildcard(require_runtime$1());
	var _handlebarsNoConflict2 = _interopRequireDefault(require_no_conflict());
	function create() {
		var hb = new base.HandlebarsEnvironment();
		Utils.extend(hb, base);
		hb.SafeString = _handlebarsSafeString2["default"];
		hb.Exception = _handlebarsException2["default"];
		hb.Utils = Utils;
		hb.escapeExpression = Utils.escapeExpression;
		hb.VM = runtime;
		hb.template = function(spec) {
			return runtime.template(spec, hb);
		};
		return hb;
	}
	var inst = create();
	inst.create = create;
	_handlebarsNoConflict2["default"](inst);
	inst["default"] = inst;
	exports["default"] = inst;
	module.exports = exports["default"];
}));
// node_modules/handlebars/runtime.js
var require_runtime = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require_handlebars_runtime()["default"];
}));
// templates/analysis.hbs
var import_runtime = /* @__PURE__ */ __toESM(require_runtime());
var analysis_default = import_runtime.default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1;
		return "- " + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "#### Analysis\n\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "sentences"), {
			"name": "each",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 3,
					"column": 0
				},
				"end": {
					"line": 5,
					"column": 9
				}
			}
		})) != null ? stack1 : "");
	},
	"useData": true
});
// src/report/finding-text.ts
/** Problem, action and detail of a finding, in full sentences. */
function sentencesOf({ problem, action = [], detail = [] }) {
	return [
		...capitalized(problem),
		{ words: "." },
		...afterSpace(action),
		...afterSpace(detail)
	];
}
/** As `sentencesOf`, with the name of the service for places that do not name it otherwise. */
function sentencesWithService(finding) {
	const { service, problem } = finding;
	if (service === null || saysService(problem, service)) return sentencesOf(finding);
	return text`${name(service)}: ${sentencesOf(finding)}`;
}
/** The `message` of the JSON report: plain text in which series have the names of the results. */
function messageOf(finding) {
	return plainText(sentencesOf(finding));
}
function afterSpace(parts) {
	return parts.length === 0 ? [] : text` ${parts}`;
}
// src/report/is-of-comparison.ts
/** Whether the verdict of the comparison already tells what this finding tells. */
function isOfComparison({ rule }) {
	return rule === "regressed" || rule === "unproven" || rule === "slower" || rule === "inconclusive";
}
// src/report/html/run-value.ts
/** The value of one series in one run; null if the run has no value or the value cannot be used. */
function runValue({ run }, key) {
	const measurement = run.measurements.find(({ metric, endpoint }) => metric === key.metric && endpoint === key.endpoint);
	if (measurement === void 0 || measurement.unusable.has(key.stat)) return null;
	const value = measurement.stats.get(key.stat);
	return value !== void 0 && Number.isFinite(value) ? value : null;
}
// src/report/sparkline.ts
/** Fewer points show no course over time. */
const MIN_JOBS = 3;
/** https://www.unicode.org/charts/PDF/U2580.pdf: eighths of a block, from the lowest to the full one. */
const BLOCKS = [..."▁▂▃▄▅▆▇█"];
/**
* The last stored jobs of a series, oldest first, each the median of its runs, in the unit of the metric.
* Empty if fewer than three jobs are stored.
*/
function storedLevels(comparison, { history }) {
	const levels = (history?.jobs ?? []).flatMap(({ runs }) => {
		const values = runs.flatMap((run) => runValue(run, comparison) ?? []);
		return values.length === 0 ? [] : [median(values)];
	});
	return levels.length < MIN_JOBS ? [] : levels.slice(-8);
}
/**
* `▃▃▂▃ █`: the stored jobs, then the candidate; null if too few jobs are stored. The scale spans at least twice the limit, so that noise
* looks flat and a change of the size of the limit is visible.
* Hidden from screen readers, which would read each block aloud. The analysis has the range in words.
*/
function sparkline(comparison, evidence) {
	const stored = storedLevels(comparison, evidence);
	if (stored.length === 0) return null;
	const all = comparison.candidate === null ? stored : [...stored, comparison.candidate];
	const [low, high] = [Math.min(...all), Math.max(...all)];
	const margin = Math.max(0, median(all) * 2 * (comparison.limitRatio ?? .05) - (high - low)) / 2;
	const [bottom, top] = [low - margin, high + margin];
	const block = (value) => {
		const height = top === bottom ? .5 : (value - bottom) / (top - bottom);
		return BLOCKS[Math.min(Math.floor(height * BLOCKS.length), BLOCKS.length - 1)] ?? "";
	};
	const now = comparison.candidate === null ? "" : ` ${block(comparison.candidate)}`;
	return `<span aria-hidden="true">${stored.map(block).join("")}${now.replace(" ", "\xA0")}</span>`;
}
// src/report/sections/analysis.ts
/** Conclusions from several numbers together. Each sentence comes from one rule; a rule without data gives no sentence. */
const analysis = {
	id: "analysis",
	place: "service",
	template: analysis_default,
	build(verdict) {
		const sentences = [...analysisSentences(verdict), ...messages(verdict)];
		return sentences.length === 0 ? void 0 : { sentences };
	}
};
/** The sentences about one service. `verdict`: the part of the verdict about this service. */
function analysisSentences(verdict) {
	const [evidence] = verdict.services;
	if (evidence === void 0) return [];
	return SENTENCES.flatMap((sentence) => sentence(evidence, verdict) ?? []);
}
/** A smaller share of failed requests hardly changes the percentiles. */
const MIN_ERROR_SHARE = .005;
const MAX_SUSPECTS = 5;
const SENTENCES = [
	chance,
	shape,
	endpoints,
	suspects,
	errors,
	droppedLoad,
	throughput$1,
	course,
	step,
	drift,
	noise,
	selfTest
];
/** How often chance alone would show a gap like the proven one. */
function chance({ comparisons, window }) {
	const proven = comparisons.find(({ role, verdict }) => role === "primary" && [
		"regressed",
		"slower",
		"improved"
	].includes(verdict));
	if (proven?.estimate == null) return void 0;
	return `Chance alone would show a difference like that of ${statisticName(proven, MARKDOWN)} ${chanceOf(proven.estimate.pValue, proven.runs, window !== null)}.`;
}
/**
* If n jobs are compared with m stored jobs, the most extreme case is that the n jobs are the n largest. By chance this happens once in
* (n + m) choose n. A smaller p-value rests on the tail of a normal distribution, and the noise comes from the store, so no data support
* the tail. The same holds for one run against several runs. Equal numbers of runs, and pairs, show the spread of both sides: an outlier
* widens the spread and makes the p-value larger. There the p-value is printed as it was computed.
*/
function chanceOf(pValue, { baseline, candidate }, isStored) {
	const [fewest, most] = [Math.min(baseline, candidate), Math.max(baseline, candidate)];
	const orders = isStored || fewest === 1 ? choose(fewest + most, fewest) : 1e400;
	if (pValue >= 1 / orders || orders >= 1e4) return formatChance(pValue);
	return `less than about 1 time in ${orders}, which is as much as ${fewest === 1 ? "one" : fewest} against ${most} can say`;
}
/** The binomial coefficient: the number of ways to choose k of n. */
function choose(n, k) {
	return Array.from({ length: k }, (_, index) => index).reduce((ways, index) => ways * (n - index) / (index + 1), 1);
}
/** Did the whole distribution move, or only its slow end? */
function shape({ comparisons }) {
	const [p50, p95] = ["p50", "p95"].map((stat) => comparisons.find((one) => one.endpoint === null && quantityOf(one) === "latency" && one.stat === stat));
	if (p50?.estimate == null || p95?.estimate == null || !isProvenWorse(p95)) return void 0;
	const both = `p50 ${formatRatio(p50.estimate.changeRatio)}, p95 ${formatRatio(p95.estimate.changeRatio)}`;
	if (isProvenWorse(p50)) return `Typical requests probably became slower too, not only the slow ones (${both}).`;
	return Math.abs(p50.estimate.changeRatio) < p95.estimate.changeRatio / 3 ? `Only the slow requests became slower; the typical request did not (${both}).` : void 0;
}
/** Which endpoints moved, and whether they moved together. */
function endpoints({ comparisons }) {
	const all = comparisons.filter(({ role, estimate }) => role === "endpoint" && estimate !== null);
	const over = all.filter((one) => (worseningOf(one) ?? 0) > (one.limitRatio ?? Number.POSITIVE_INFINITY));
	const worst = over.toSorted((left, right) => (worseningOf(right) ?? 0) - (worseningOf(left) ?? 0))[0];
	if (worst?.estimate == null || worst.endpoint === null) return void 0;
	const name = `${statisticName(worst, MARKDOWN)} of ${MARKDOWN.name(worst.endpoint)} (${formatRatio(worst.estimate.changeRatio)})`;
	if (all.length > 2 && over.length === all.length) return `All ${all.length} endpoint series are over their limit, most of all ${name}: look for something that they share.`;
	return `${over.length} of ${all.length} endpoint series ${over.length === 1 ? "is" : "are"} over the limit, most of all ${name}.`;
}
/** Endpoints over their limit without proof. They never block, but a reader should look at them first. */
function suspects({ comparisons }) {
	const all = comparisons.filter(({ role, verdict, estimate }) => role === "endpoint" && verdict === "unproven" && estimate !== null).toSorted((left, right) => (worseningOf(right) ?? 0) - (worseningOf(left) ?? 0));
	if (all.length === 0) return void 0;
	const names = all.map((one) => {
		const change = one.estimate === null ? "" : ` ${formatRatio(one.estimate.changeRatio)}`;
		return `${MARKDOWN.name(one.endpoint ?? "")} (${statisticName(one, MARKDOWN)}${change})`;
	});
	return `${count(all.length, "suspect")}, over the limit and not proven: ${listed(firstOf(names, MAX_SUSPECTS))}.`;
}
/** Warns that errors distort the latency, because failed requests are often fast. Left out if a finding already reports the errors. */
function errors({ comparisons }, { findings }) {
	if (findings.some(({ rule }) => rule === "error-rate")) return void 0;
	const rate = comparisons.find((one) => quantityOf(one) === "error-share" && one.stat === "rate" && one.endpoint === null);
	if (rate?.candidate == null || rate.candidate < MIN_ERROR_SHARE) return void 0;
	const of = areOfBenchmarks(comparisons) ? "runs" : "requests";
	const before = rate.baseline === null ? "" : ` (before: ${formatValue(rate.baseline, rate.unit)})`;
	return `${formatValue(rate.candidate, rate.unit)} of the ${of} failed${before}. Failed ${of} are often fast, so read the ${of === "runs" ? "times" : "latency"} with care.`;
}
function droppedLoad({ comparisons }, { findings }) {
	if (findings.some(({ rule }) => rule === "dropped-load")) return void 0;
	const dropped = comparisons.find((one) => quantityOf(one) === "dropped-work" && one.endpoint === null && (one.candidate ?? 0) > 0);
	if (dropped?.candidate == null) return void 0;
	return `The load generator dropped iterations (${statisticName(dropped, MARKDOWN)}: ${formatValue(dropped.candidate, dropped.unit)}): it could not send the load that was asked for.`;
}
/** A loss of throughput that is larger than the limit. */
function throughput$1({ comparisons }) {
	const rate = comparisons.find((one) => quantityOf(one) === "throughput" && one.stat === "rate" && one.endpoint === null);
	const loss = rate === void 0 ? null : worseningOf(rate);
	if (rate?.estimate == null || loss === null || loss <= (rate.limitRatio ?? .05)) return void 0;
	return `Throughput is ${formatSize(loss)} ${directionWords(rate).worse}: the service, or the load generator, did less work in the same time.`;
}
/** Whether the candidate is above, below or among the last stored levels: the bars of the history column in words. */
function course(evidence) {
	const primary = evidence.comparisons.find(({ role, candidate }) => role === "primary" && candidate !== null);
	const levels = primary === void 0 ? [] : storedLevels(primary, evidence);
	if (primary?.candidate == null || levels.length === 0) return void 0;
	const [low, high] = [Math.min(...levels), Math.max(...levels)];
	const place = primary.candidate > high ? "above all of them" : primary.candidate < low ? "below all of them" : "among them";
	const range = `${formatValue(low, primary.unit)} to ${formatValue(high, primary.unit)}`;
	return `${statisticName(primary, MARKDOWN)} of the last ${levels.length} stored jobs was ${range}; this one, ${formatValue(primary.candidate, primary.unit)}, is ${place}.`;
}
/** The stored level changed, so jobs before the change are not compared. */
function step({ history, comparisons }) {
	const primary = comparisons.find(({ role }) => role === "primary");
	const last = history?.changePoints.filter(({ metric, stat }) => metric === primary?.metric && stat === primary.stat).at(-1);
	if (history == null || primary === void 0 || last === void 0) return void 0;
	const job = history.jobs[last.position];
	if (job === void 0) return void 0;
	return `The stored level of ${statisticName(primary, MARKDOWN)} changed at ${MARKDOWN.name(shortCommit$1(job.commit))}, ${count(history.jobs.length - last.position, "stored job")} ago: only jobs since then are compared.`;
}
/** The change of the default branch since the drift anchor, because many small steps can add up. */
function drift({ drift: since }, { findings }) {
	if (findings.some(({ rule }) => rule === "drift")) return void 0;
	const worst = (since?.comparisons ?? []).filter(({ estimate }) => estimate !== null).toSorted((left, right) => (worseningOf(right) ?? 0) - (worseningOf(left) ?? 0))[0];
	if (since == null || worst?.estimate == null) return void 0;
	const budget = worst.limitRatio === null ? "" : ` of the ${formatLimit(worst.limitRatio)} that are allowed`;
	return `Since ${MARKDOWN.name(since.anchor)}, ${statisticName(worst, MARKDOWN)} of the default branch moved by ${formatRatio(worst.estimate.changeRatio)}${budget}.`;
}
/** How much the numbers vary from run to run, and the source of this noise. */
function noise({ comparisons }) {
	const primary = comparisons.find(({ role, estimate }) => role === "primary" && estimate !== null);
	if (primary?.estimate == null) return void 0;
	const { noiseRatio, noiseSource } = primary.estimate;
	const name = statisticName(primary, MARKDOWN);
	switch (noiseSource) {
		case "assumed": return `With so few runs the noise is not known: it is assumed that ${name} varies by ${formatSize(noiseRatio)} from run to run.`;
		case "these-runs": return `From run to run, ${name} varied by ${formatSize(noiseRatio)} in these results.`;
		case "history": return `From run to run, ${name} varies by ${formatSize(noiseRatio)}, in these results and in the stored ones.`;
	}
}
/** The smallest change that the gate would have proven, and the self-test that shows that the gate reacts. */
function selfTest({ alarm: proofs = [], comparisons }, { findings }) {
	const [proof] = proofs;
	if (proof === void 0 || findings.some(({ rule }) => rule === "min-power")) return void 0;
	const own = comparisons.find(({ metric, stat, role }) => role === "primary" && metric === proof.metric && stat === proof.stat);
	if (own === void 0) return void 0;
	const { worse } = directionWords(own);
	return `Self-test passed: a copy of these results that was made ${formatLimit(proof.fired.justOver ? proof.plantedRatio.justOver : proof.plantedRatio.atTwice)} ${worse} than the baseline changed the verdict.${proof.detectableRatio === null ? "" : ` The smallest change that would have been proven is ${formatSize(proof.detectableRatio)} ${worse}.`}`;
}
/** Findings of rules other than the comparison, which the tables of the service do not show. */
function messages({ findings }) {
	return findings.filter((finding) => !isOfComparison(finding)).map((finding) => written(sentencesOf(finding), MARKDOWN));
}
function isProvenWorse(comparison) {
	return comparison.verdict === "regressed" || comparison.verdict === "slower";
}
// templates/changed-functions.hbs
var changed_functions_default = import_runtime.default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "Where the time goes in " + ((stack1 = (helper = lookupProperty(helpers, "service") || alias1(depth0, "service", {
			"start": {
				"line": 2,
				"column": 26
			},
			"end": {
				"line": 2,
				"column": 33
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "service",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 2,
					"column": 23
				},
				"end": {
					"line": 2,
					"column": 36
				}
			}
		}) : helper)) != null ? stack1 : "") + ": " + ((stack1 = (helper = lookupProperty(helpers, "statement") || alias1(depth0, "statement", {
			"start": {
				"line": 2,
				"column": 41
			},
			"end": {
				"line": 2,
				"column": 50
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "statement",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 2,
					"column": 38
				},
				"end": {
					"line": 2,
					"column": 53
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return (stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "lines"), {
			"name": "each",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 1,
					"column": 0
				},
				"end": {
					"line": 4,
					"column": 9
				}
			}
		})) != null ? stack1 : "";
	},
	"useData": true
});
// src/report/profile-words.ts
/** The name of each kind of weight in a sentence. */
const COUNTED = {
	"cpu-time": "CPU time",
	"wall-time": "elapsed time",
	instructions: "instructions",
	allocations: "allocations",
	"heap-cost": "heap cost",
	"allocated-bytes": "allocated bytes",
	"live-bytes": "live memory",
	"peak-bytes": "memory at the peak",
	"leaked-bytes": "leaked memory",
	"lock-delay": "time spent waiting for locks",
	events: "events"
};
function countedWords({ counted }) {
	return COUNTED[counted];
}
/** The answer in one sentence or two. */
function profileStatement(comparison) {
	const { notCompared, detectableRatio, total } = comparison;
	const [first, ...others] = comparison.functions.filter(({ verdict }) => verdict !== "not-proven");
	if (first !== void 0) return text`${name(first.name)} ${changeWords(first, comparison)}.${alsoChanged(others)}`;
	if (notCompared !== null) return notCompared;
	if (detectableRatio === null) {
		const ratio = total?.changeRatio ?? null;
		return ratio === null || Math.abs(ratio) < .01 ? text`No function changed by one percent or more.` : text`No function changed by one percent or more; the whole changed by ${formatRatio(ratio)}.`;
	}
	return text`No function is proven to have changed. These profiles would have shown ${formatRatio(detectableRatio)} of a function with a tenth of the time.`;
}
function alsoChanged(others) {
	if (others.length === 0) return [];
	const names = enumerated(others.slice(0, 3).map((one) => name(one.name)));
	return others.length > 3 ? text` So did ${names} and ${others.length - 3} more.` : text` So did ${names}.`;
}
function changeWords(change, comparison) {
	const what = countedPart(comparison);
	if (change.verdict === "new") return text`is new, and takes ${share(change.candidateShare)} of the ${what}`;
	if (change.verdict === "gone") return text`is gone; it took ${share(change.baselineShare)} of the ${what}`;
	const size = formatSize(change.changeRatio ?? 0);
	const direction = { words: change.verdict === "slower" ? "more" : "less" };
	const scale = { words: SCALES[comparison.scale] };
	const interval = change.interval === null ? [] : text`, plausibly ${formatRatio(change.interval[0])} to ${formatRatio(change.interval[1])}`;
	return text`takes ${size} ${direction}${scale} (${share(change.baselineShare)} → ${share(change.candidateShare)} of the ${what}${interval})`;
}
function countedPart(comparison) {
	return { words: countedWords(comparison) };
}
const SCALES = {
	"per-request": " per request",
	"per-run": "",
	relative: ", compared with the other functions"
};
/** The evidence behind the answer, in the terms of a bottleneck analysis. */
function profileFacts(comparison) {
	const { tool, runs, samples, total, commonRatio, detectableRatio, functions } = comparison;
	const what = countedPart(comparison);
	const [hot] = functions.toSorted((left, right) => right.candidateShare - left.candidateShare);
	const sampled = samples.baseline === null && samples.candidate === null ? [] : text`, ${formatValue(samples.baseline ?? 0, "none")} against ${formatValue(samples.candidate ?? 0, "none")} samples`;
	const profiles = text`${runs.baseline} against ${count(runs.candidate, "profile")}${sampled}`;
	return [
		{
			name: "Tool",
			text: text`${tool}, ${what}; ${profiles}`
		},
		...hot === void 0 ? [] : [{
			name: "Hot function",
			text: text`${name(hot.name)}, ${share(hot.candidateShare)} of the ${what} of own code`
		}],
		...total === null ? [] : [{
			name: "In all",
			text: totalText(total, comparison.unit)
		}],
		...commonRatio === null ? [] : [{
			name: "All functions together",
			text: commonText(commonRatio)
		}],
		...detectableRatio === null ? [] : [{
			name: "These data could have shown",
			text: text`${formatRatio(detectableRatio)} of a function with a tenth of the time`
		}],
		...impact(functions)
	];
}
function totalText({ baseline, candidate, changeRatio }, unit) {
	const change = changeRatio === null ? [] : text` (${formatRatio(changeRatio)})`;
	return text`${weight(baseline, unit)} → ${weight(candidate, unit)}${change}`;
}
function commonText(ratio) {
	const change = text`${formatRatio(ratio)} per request`;
	return Math.abs(ratio) < .1 ? change : text`${change}: that is the machine or the load, and not one function`;
}
/** The gain from bringing the first slower or new function back to its former cost. */
function impact(functions) {
	const [worst] = functions.filter(({ verdict }) => verdict === "slower" || verdict === "new");
	if (worst === void 0) return [];
	const part = worst.verdict === "new" ? 1 : 1 - 1 / (1 + (worst.changeRatio ?? 0));
	return [{
		name: "Expected impact",
		text: text`as it was before, own code would take ${formatSize(worst.candidateShare * part)} less`
	}];
}
const VERDICTS = {
	slower: "more, proven",
	faster: "less, proven",
	new: "new",
	gone: "gone",
	"not-proven": "not proven"
};
/** The name of a function is not escaped yet. */
function functionRows(comparison) {
	const { notCompared, unit, scale } = comparison;
	const isExact = comparison.total !== null;
	return comparison.functions.map((one) => ({
		name: one.name,
		baseline: share(one.baselineShare),
		candidate: share(one.candidateShare),
		weights: scale === "per-request" || isExact ? `${weight(one.baselineWeight, unit)} → ${weight(one.candidateWeight, unit)}` : "",
		change: one.changeRatio === null || notCompared !== null ? "" : formatRatio(one.changeRatio),
		verdict: notCompared !== null ? "" : isExact && one.verdict === "not-proven" ? "the same" : VERDICTS[one.verdict]
	}));
}
/** Title of the column of weights; null: the table has no such column. */
function weightsTitle({ scale, total }) {
	if (scale === "per-request") return "Per request";
	return total === null ? null : "In all";
}
function share(ratio) {
	return formatSize(ratio);
}
function weight(value, unit) {
	switch (unit) {
		case "ns": return value < 1e6 ? `${formatValue(value / 1e3, "none")} µs` : `${formatValue(value / 1e6, "none")} ms`;
		case "bytes": return formatValue(value, "bytes");
		case "samples":
		case "instructions":
		case "allocations":
		case "events": return formatValue(value, "none");
	}
}
// src/report/sections/changed-functions.ts
/** One line for each service in which a function is proven to have changed. */
const changedFunctions = {
	id: "changed-functions",
	place: "top",
	template: changed_functions_default,
	build({ services }) {
		const lines = services.flatMap(({ service, profiles }) => {
			const proven = profiles?.comparisons.find(({ functions }) => functions.some(({ verdict }) => verdict !== "not-proven"));
			return proven === void 0 ? [] : [{
				service: code$1(service),
				statement: written(profileStatement(proven), MARKDOWN)
			}];
		});
		return lines.length === 0 ? void 0 : { lines };
	}
};
// templates/conclusion.hbs
var conclusion_default = import_runtime.default.template({
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "## Conclusion\n\n**" + ((stack1 = (helper = lookupProperty(helpers, "outcome") || alias1(depth0, "outcome", {
			"start": {
				"line": 3,
				"column": 4
			},
			"end": {
				"line": 3,
				"column": 11
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "outcome",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 3,
					"column": 2
				},
				"end": {
					"line": 3,
					"column": 13
				}
			}
		}) : helper)) != null ? stack1 : "") + "**\n\n" + ((stack1 = (helper = lookupProperty(helpers, "statement") || alias1(depth0, "statement", {
			"start": {
				"line": 5,
				"column": 2
			},
			"end": {
				"line": 5,
				"column": 11
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "statement",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 0
				},
				"end": {
					"line": 5,
					"column": 13
				}
			}
		}) : helper)) != null ? stack1 : "") + " " + ((stack1 = (helper = lookupProperty(helpers, "coverage") || alias1(depth0, "coverage", {
			"start": {
				"line": 5,
				"column": 16
			},
			"end": {
				"line": 5,
				"column": 24
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "coverage",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 14
				},
				"end": {
					"line": 5,
					"column": 26
				}
			}
		}) : helper)) != null ? stack1 : "") + " " + ((stack1 = (helper = lookupProperty(helpers, "services") || alias1(depth0, "services", {
			"start": {
				"line": 5,
				"column": 29
			},
			"end": {
				"line": 5,
				"column": 37
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "services",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 27
				},
				"end": {
					"line": 5,
					"column": 39
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n";
	},
	"useData": true
});
// src/report/sections/conclusion.ts
const MAX_NAMES$2 = 5;
/** The outcome in one word, with line 1, the coverage and the blocking services. */
const conclusion = {
	id: "conclusion",
	place: "end",
	template: conclusion_default,
	build(verdict, context) {
		const words = OUTCOME_WORDS[verdict.outcome];
		return {
			outcome: verdict.enforced === false ? `🚧 NOT ENFORCED: ${words}` : words,
			statement: headline(verdict, context, MARKDOWN).statement,
			coverage: `${coverageCount(verdict)}.`,
			services: servicesText(verdict)
		};
	}
};
const OUTCOME_WORDS = {
	invalid: "❌ INVALID",
	fail: "❌ FAIL",
	pending: "⏳ NOT DECIDED YET",
	overridden: "🔓 OVERRIDDEN",
	"no-baseline": "🚧 NOT A GATE YET",
	warn: "⚠️ PASS WITH WARNING",
	pass: "✅ PASS"
};
/** `2 of 3 services blocked`, with the names of the blocking services. */
function servicesText({ findings, services }) {
	const blocking = [...new Set(findings.flatMap(({ level, service }) => level === "fail" && service !== null ? [service] : []))];
	if (blocking.length === 0 || services.length < 2) return "";
	const names = firstOf(blocking.map(code$1), MAX_NAMES$2);
	return `${blocking.length} of ${count(services.length, "service")} blocked: ${listed(names)}.`;
}
// templates/configuration.hbs
var configuration_default = import_runtime.default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "name") || alias1(depth0, "name", {
			"start": {
				"line": 6,
				"column": 4
			},
			"end": {
				"line": 6,
				"column": 8
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 6,
					"column": 2
				},
				"end": {
					"line": 6,
					"column": 10
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "baseline") || alias1(depth0, "baseline", {
			"start": {
				"line": 6,
				"column": 15
			},
			"end": {
				"line": 6,
				"column": 23
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "baseline",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 6,
					"column": 13
				},
				"end": {
					"line": 6,
					"column": 25
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "candidate") || alias1(depth0, "candidate", {
			"start": {
				"line": 6,
				"column": 30
			},
			"end": {
				"line": 6,
				"column": 39
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "candidate",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 6,
					"column": 28
				},
				"end": {
					"line": 6,
					"column": 41
				}
			}
		}) : helper)) != null ? stack1 : "") + " |\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1;
		return "- " + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "#### Test configuration\n\n| | Baseline | " + ((stack1 = (helper = lookupProperty(helpers, "candidateTitle") || container.strict(depth0, "candidateTitle", {
			"start": {
				"line": 3,
				"column": 17
			},
			"end": {
				"line": 3,
				"column": 31
			}
		}), typeof helper === "function" ? helper.call(alias1, {
			"name": "candidateTitle",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 3,
					"column": 15
				},
				"end": {
					"line": 3,
					"column": 33
				}
			}
		}) : helper)) != null ? stack1 : "") + " |\n|---|---|---|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "rows"), {
			"name": "each",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 0
				},
				"end": {
					"line": 7,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "notes"), {
			"name": "each",
			"hash": {},
			"fn": container.program(1, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 0
				},
				"end": {
					"line": 11,
					"column": 9
				}
			}
		})) != null ? stack1 : "");
	},
	"useData": true
});
/** The row of a comparison. `finding`: the finding of the policy about this comparison, if there is one. */
function comparisonRow(comparison, finding) {
	const { baseline, unit, limitRatio, better, role, step } = comparison;
	const candidate = estimatedCandidate(comparison);
	return {
		metric: statisticName(comparison, MARKDOWN),
		baseline: baseline === null ? "–" : unbroken(formatStepped(baseline, unit, step, candidate)),
		candidate: candidate === null ? "–" : unbroken(formatStepped(candidate, unit, step, baseline)),
		change: unbroken(changeText(comparison)),
		limit: limitRatio === null || role === "other" ? "–" : unbroken(formatSignedLimit(limitRatio, better)),
		verdict: `${levelIcon(finding)}${finding === void 0 || isOfComparison(finding) ? verdictText(comparison) : finding.word}`
	};
}
/** The row of a comparison, with the worst finding about it. */
function judgedRow(comparison, verdict) {
	return comparisonRow(comparison, findingOf(comparison, verdict));
}
/** The row of a statistic that readers expect but the results do not contain. */
function absentRow(metric) {
	return {
		metric,
		baseline: "–",
		candidate: "–",
		change: "–",
		limit: "–",
		verdict: "not in the results"
	};
}
/** The icon of a finding. Words always stand beside the icon, so that nobody needs to see its colour or shape. */
function levelIcon(finding) {
	if (finding === void 0) return "";
	return finding.level === "fail" ? "❌ " : "⚠️ ";
}
function changeText({ estimate, baseline, candidate, unit, limitRatio }) {
	if (unit === "ratio" && baseline !== null && candidate !== null) return formatPoints(baseline, candidate);
	return estimate === null ? "–" : formatChange(estimate, limitRatio);
}
function verdictText(comparison) {
	const words = verdictWords(comparison);
	return comparison.reason === null ? words : `${words}: ${written(comparison.reason, MARKDOWN)}`;
}
/** The verdict of a comparison, in words that fit the metric. */
function verdictWords(comparison) {
	const { worse, better } = directionWords(comparison);
	if (isShare(comparison) && comparison.verdict === "inconclusive") return worse;
	if (isShare(comparison) && comparison.verdict === "unproven") return `${worse}, over the limit`;
	const isGated = comparison.role !== "other";
	switch (comparison.verdict) {
		case "regressed": return isGated ? `${worse}, proven` : `probably ${worse}`;
		case "unproven": return `${worse}, not proven`;
		case "slower": return isGated ? `${worse}, within the limit` : `probably ${worse}`;
		case "unchanged": return unchangedWords(comparison);
		case "improved": return isGated ? `${better}, proven` : `probably ${better}`;
		case "inconclusive": return inconclusiveWords(comparison);
		case "new": return "new, no baseline";
		case "missing": return "missing";
		case "not-run": return "not run";
		case "not-comparable": return "not comparable";
		case "invalid": return "cannot be used";
	}
}
/** A share, such as the error rate. A separate rule judges shares, so the row only says in which direction the share moved. */
function isShare({ unit, estimate }) {
	return unit === "ratio" && estimate === null;
}
/** "Probably" means: the range of this series excludes zero, but the correction for many series at once leaves the change unproven. */
function unchangedWords(comparison) {
	const { estimate, limitRatio, role } = comparison;
	if (estimate === null) return unchangedShareWords(comparison);
	const worsening = worseningOf(comparison) ?? 0;
	const isClear = estimate.lower > 0 || estimate.upper < 0;
	if (!isClear && Math.abs(worsening) <= (limitRatio ?? Number.POSITIVE_INFINITY) / 2) return "no change";
	const { worse, better } = directionWords(comparison);
	if (worsening <= 0) return isClear ? `probably ${better}` : `maybe ${better}, not proven`;
	return `${isClear ? "probably" : "maybe"} ${worse}${role === "other" ? "" : ", within the limit"}`;
}
/** A share that did not become worse, or a gated share that stayed within its limit. It may still be another share than before. */
function unchangedShareWords(comparison) {
	const { baseline, candidate, role, unit, better: good } = comparison;
	if (unit !== "ratio" || baseline === null || candidate === null) return "no change";
	if (formatPoints(baseline, candidate) === formatPoints(0, 0)) return "no change";
	const { worse, better } = directionWords(comparison);
	if ((good === "higher" ? candidate > baseline : candidate < baseline) || good === "neither") return better;
	return role === "other" ? "no clear change" : `${worse}, within the limit`;
}
/** A change of at most half the limit is reported as "no clear change". */
function inconclusiveWords(comparison) {
	const { worse, better } = directionWords(comparison);
	const worsening = worseningOf(comparison);
	const { limitRatio } = comparison;
	if (comparison.reason !== null && (worsening ?? 0) < 0 || worsening === null || limitRatio === null || Math.abs(worsening) <= limitRatio / 2) return "no clear change";
	return `maybe ${worsening > 0 ? worse : better}, not proven`;
}
// src/report/sections/configuration.ts
const MAX_VALUES = 3;
const MAX_REFUSALS$1 = 10;
/** The conditions of the measurement on both sides. A condition without a value reads `unknown`. */
const configuration = {
	id: "configuration",
	place: "service",
	page: "last",
	template: configuration_default,
	build(verdict, context) {
		const [evidence] = verdict.services;
		if (evidence === void 0) return void 0;
		return {
			candidateTitle: candidateTitle(context),
			rows: rowsOf(evidence),
			notes: [
				`Compared: ${designWords(evidence.design)}.`,
				...windowNotes(evidence),
				...[...evidence.differences.map(({ message }) => message), ...evidence.notes].map((note) => written(note, MARKDOWN)),
				...readerNotes(evidence),
				...refusalNotes(evidence)
			]
		};
	}
};
function rowsOf({ baselineRuns, candidateRuns }) {
	const sides = [baselineRuns, candidateRuns];
	const row = (name, read) => {
		const [baseline, candidate] = sides.map((runs) => runs.length === 0 ? "–" : read(runs));
		return {
			name,
			baseline,
			candidate
		};
	};
	return [
		row("Commit", (runs) => valuesText(runs.map((run) => run.testedCommit), commit)),
		row("Runs", (runs) => `${runs.length}`),
		row("Jobs", (runs) => jobsText(runs)),
		row("Machine class", (runs) => valuesText(runs.map((run) => run.conditions.machine), code$1)),
		row("Load", (runs) => valuesText(runs.map((run) => run.conditions.load), code$1)),
		row("Load script", (runs) => valuesText(runs.map((run) => run.conditions.scriptHash ?? run.run.scriptHash), (hash) => code$1(hash.slice(0, 12)))),
		row("Tool", (runs) => valuesText(runs.map(toolOf), code$1)),
		row("Duration", (runs) => durationText(runs)),
		row("Date", (runs) => valuesText(runs.map(dateOf).toSorted(), code$1))
	];
}
/** The recorded start of the run; if it is not recorded, the start from the result file. */
function dateOf({ startedAt, run }) {
	return (startedAt ?? (run.beganAtMs === void 0 ? null : new Date(run.beganAtMs).toISOString()))?.slice(0, 10) ?? null;
}
/** Some files hold the version with the name of the tool, and some without: `3.15.1` alone could be of any tool. */
function toolOf({ run, conditions }) {
	const { tool, toolVersion } = run;
	if (toolVersion === null) return conditions.tool;
	return tool === void 0 || toolVersion.startsWith(tool) ? toolVersion : `${tool} ${toolVersion}`;
}
/** The number of jobs. Unknown if the job of any run is unknown, because this run may share a job with another run. */
function jobsText(runs) {
	const jobs = runs.map(({ jobId }) => jobId);
	return jobs.includes(null) ? UNKNOWN$3 : `${new Set(jobs).size}`;
}
/** The different values of one side: `a`, or `a, b, c and 4 more`, or `unknown`. */
function valuesText(values, format) {
	const all = [...new Set(values)].map((value) => value === null ? UNKNOWN$3 : format(value));
	const hidden = all.length - MAX_VALUES;
	return hidden > 0 ? `${all.slice(0, MAX_VALUES).join(", ")} and ${hidden} more` : all.join(", ");
}
function durationText(runs) {
	const known = runs.map(({ run }) => run.durationMs).filter((durationMs) => durationMs !== null);
	if (known.length === 0) return UNKNOWN$3;
	const shortest = formatDuration(Math.min(...known));
	const longest = formatDuration(Math.max(...known));
	return shortest === longest ? shortest : `${shortest} to ${longest}`;
}
function windowNotes({ window }) {
	if (window === null) return [];
	const recorded = window.newestRecordedAt === null ? "" : `, the newest recorded on ${prose(window.newestRecordedAt.slice(0, 10))}`;
	return [`Baseline: ${count(window.runs, "stored run")} from ${count(window.jobs, "job")}${recorded}.`];
}
/** The notes of the readers on the result files. Notes that differ only in numbers are printed once. */
function readerNotes({ candidateRuns, baselineRuns }) {
	const kinds = /* @__PURE__ */ new Map();
	for (const note of distinct([...candidateRuns, ...baselineRuns].flatMap(({ run }) => run.notes))) {
		const kind = withoutNumbers$1(note);
		kinds.set(kind, [...kinds.get(kind) ?? [], note]);
	}
	const shown = [...kinds.values()].slice(0, MAX_REFUSALS$1).map(([first = [], ...others]) => {
		const more = others.length === 0 ? "" : ` (${count(others.length, "more run")} with other numbers)`;
		return `${written(first, MARKDOWN)}${more}`;
	});
	const hidden = kinds.size - shown.length;
	return hidden === 0 ? shown : [...shown, `${count(hidden, "more note")} on the files.`];
}
function refusalNotes({ refusals }) {
	const shown = refusals.slice(0, MAX_REFUSALS$1).map(({ path, problem, side }) => `Not used: ${code$1(path)} (${side}). ${written(problem, MARKDOWN)}`);
	const hidden = refusals.length - shown.length;
	return hidden === 0 ? shown : [...shown, `${count(hidden, "more file")} could not be used.`];
}
// src/report/sections/debt.ts
/** Slowdowns that the baseline already contains: accepted by an override, or merged without an override. */
const debt = {
	id: "debt",
	place: "top",
	template: import_runtime.default.template({
		"0": function(container, depth0, helpers, partials, data) {
			var stack1;
			return "- " + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
		},
		"compiler": [8, ">= 4.3.0"],
		"main": function(container, depth0, helpers, partials, data) {
			var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			};
			return "**Debt:** slowdowns that the baseline already has in it, and that the comparison above does not show.\n\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "items"), {
				"name": "each",
				"hash": {},
				"fn": container.program(0, data, 0),
				"inverse": container.noop,
				"data": data,
				"loc": {
					"start": {
						"line": 3,
						"column": 0
					},
					"end": {
						"line": 5,
						"column": 9
					}
				}
			})) != null ? stack1 : "");
		},
		"useData": true
	}),
	build(verdict) {
		const items = verdict.services.flatMap(({ debts = [] }) => debts).map(itemOf);
		return items.length === 0 ? void 0 : { items };
	}
};
function itemOf({ series, changeRatio, leftRatio, override, since }) {
	const left = leftRatio === null ? "" : `, of which ${formatRatio(leftRatio)} is left`;
	const when = since === null ? "" : ` since ${since.slice(0, 10)}`;
	const where = `${prose(series)} ${formatRatio(changeRatio)}${when}${left}`;
	if (override === null) return `${where}, recorded without an override.`;
	const { by, reason, pullRequest } = override;
	const place = pullRequest === null ? "" : ` in pull request ${pullRequest}`;
	return `${where}, accepted by ${code$1(by)}${place}: “${prose(reason)}”`;
}
// templates/findings.hbs
var findings_default = import_runtime.default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| Service and endpoint | Metric | Baseline | " + ((stack1 = (helper = lookupProperty(helpers, "candidateTitle") || container.strict(depth0, "candidateTitle", {
			"start": {
				"line": 2,
				"column": 47
			},
			"end": {
				"line": 2,
				"column": 61
			}
		}), typeof helper === "function" ? helper.call(alias1, {
			"name": "candidateTitle",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 2,
					"column": 45
				},
				"end": {
					"line": 2,
					"column": 63
				}
			}
		}) : helper)) != null ? stack1 : "") + " | Change | Limit | Verdict |" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "hasHistory"), {
			"name": "if",
			"hash": {},
			"fn": container.program(1, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 2,
					"column": 92
				},
				"end": {
					"line": 2,
					"column": 127
				}
			}
		})) != null ? stack1 : "") + "\n|---|---|---:|---:|---:|---:|---|" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "hasHistory"), {
			"name": "if",
			"hash": {},
			"fn": container.program(2, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 3,
					"column": 33
				},
				"end": {
					"line": 3,
					"column": 62
				}
			}
		})) != null ? stack1 : "") + "\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "rows"), {
			"name": "each",
			"hash": {},
			"fn": container.program(3, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 4,
					"column": 0
				},
				"end": {
					"line": 6,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		return " History |";
	},
	"2": function(container, depth0, helpers, partials, data) {
		return "---|";
	},
	"3": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "place") || alias1(depth0, "place", {
			"start": {
				"line": 5,
				"column": 4
			},
			"end": {
				"line": 5,
				"column": 9
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "place",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 2
				},
				"end": {
					"line": 5,
					"column": 11
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "metric") || alias1(depth0, "metric", {
			"start": {
				"line": 5,
				"column": 16
			},
			"end": {
				"line": 5,
				"column": 22
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "metric",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 14
				},
				"end": {
					"line": 5,
					"column": 24
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "baseline") || alias1(depth0, "baseline", {
			"start": {
				"line": 5,
				"column": 29
			},
			"end": {
				"line": 5,
				"column": 37
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "baseline",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 27
				},
				"end": {
					"line": 5,
					"column": 39
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "candidate") || alias1(depth0, "candidate", {
			"start": {
				"line": 5,
				"column": 44
			},
			"end": {
				"line": 5,
				"column": 53
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "candidate",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 42
				},
				"end": {
					"line": 5,
					"column": 55
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "change") || alias1(depth0, "change", {
			"start": {
				"line": 5,
				"column": 60
			},
			"end": {
				"line": 5,
				"column": 66
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "change",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 58
				},
				"end": {
					"line": 5,
					"column": 68
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "limit") || alias1(depth0, "limit", {
			"start": {
				"line": 5,
				"column": 73
			},
			"end": {
				"line": 5,
				"column": 78
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "limit",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 71
				},
				"end": {
					"line": 5,
					"column": 80
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "verdict") || alias1(depth0, "verdict", {
			"start": {
				"line": 5,
				"column": 85
			},
			"end": {
				"line": 5,
				"column": 92
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "verdict",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 83
				},
				"end": {
					"line": 5,
					"column": 94
				}
			}
		}) : helper)) != null ? stack1 : "") + " |" + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "hasHistory"), {
			"name": "if",
			"hash": {},
			"fn": container.program(4, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 96
				},
				"end": {
					"line": 5,
					"column": 135
				}
			}
		})) != null ? stack1 : "") + "\n";
	},
	"4": function(container, depth0, helpers, partials, data) {
		var stack1, helper;
		return " " + ((stack1 = (helper = (container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		})(helpers, "history") || container.strict(depth0, "history", {
			"start": {
				"line": 5,
				"column": 117
			},
			"end": {
				"line": 5,
				"column": 124
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "history",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 115
				},
				"end": {
					"line": 5,
					"column": 126
				}
			}
		}) : helper)) != null ? stack1 : "") + " |";
	},
	"5": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "sentences"), {
			"name": "each",
			"hash": {},
			"fn": container.program(6, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 10,
					"column": 0
				},
				"end": {
					"line": 12,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "\n";
	},
	"6": function(container, depth0, helpers, partials, data) {
		var stack1;
		return "- " + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
	},
	"7": function(container, depth0, helpers, partials, data) {
		var stack1;
		return ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "hasRows"), {
			"name": "if",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 1,
					"column": 0
				},
				"end": {
					"line": 8,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "hasSentences"), {
			"name": "if",
			"hash": {},
			"fn": container.program(5, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 0
				},
				"end": {
					"line": 14,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "notes"), {
			"name": "each",
			"hash": {},
			"fn": container.program(7, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 15,
					"column": 0
				},
				"end": {
					"line": 18,
					"column": 9
				}
			}
		})) != null ? stack1 : "");
	},
	"useData": true
});
// src/report/series-notes.ts
const MAX_NAMES$1 = 5;
/**
* One line each about series that became better, are new, are gone, or were not measured, and about files that could not be read. A line
* without content is empty. `rows`: the findings in the table, which are not repeated here.
*/
function seriesNotes(verdict, rows) {
	return [
		improvedText(verdict),
		newText(verdict, rows),
		goneText(verdict, rows),
		notRunText(verdict),
		refusedText(verdict)
	];
}
function improvedText(verdict) {
	const improved = gatedComparisons(verdict).filter((comparison) => comparison.verdict === "improved").toSorted((left, right) => (worseningOf(left) ?? 0) - (worseningOf(right) ?? 0));
	const names = improved.map((one) => `${seriesName(one, MARKDOWN)} is ${formatSize(worseningOf(one) ?? 0)} ${directionWords(one).better}`);
	return improved.length === 0 ? "" : `Better, and proven: ${shortList(names)}.`;
}
function newText(verdict, rows) {
	const added = gatedComparisons(verdict).filter((one) => one.verdict === "new" && !hasRow(one, verdict, rows));
	return added.length === 0 || verdict.outcome === "no-baseline" ? "" : `New, nothing to compare with yet: ${shortList(namesOf(added))}.`;
}
/**
* Names each series that disappeared, because otherwise a gate can end up checking nothing. A service without any result is left out,
* because a separate finding reports the service.
*/
function goneText(verdict, rows) {
	const gone = verdict.services.filter(({ candidateRuns }) => candidateRuns.length > 0).flatMap(({ comparisons }) => comparisons).filter((one) => one.verdict === "missing" && !hasRow(one, verdict, rows));
	return gone.length === 0 ? "" : `No longer in the results: ${shortList(namesOf(gone))}.`;
}
function notRunText({ services }) {
	const names = services.filter(({ comparisons }) => comparisons.length > 0 && comparisons.every(({ verdict }) => verdict === "not-run")).map(({ service }) => MARKDOWN.name(service));
	return names.length === 0 ? "" : `Not measured, because this change touches none of their paths: ${shortList(names)}.`;
}
function refusedText({ services }) {
	const refused = services.reduce((sum, { refusals }) => sum + refusals.length, 0);
	return refused === 0 ? "" : `${count(refused, "result file")} could not be used: the details of the services say why.`;
}
function hasRow(comparison, verdict, rows) {
	const finding = findingOf(comparison, verdict);
	return finding !== void 0 && rows.includes(finding);
}
function namesOf(comparisons) {
	return comparisons.map((one) => seriesName(one, MARKDOWN));
}
function shortList(names) {
	return firstOf(names, MAX_NAMES$1).join(", ");
}
// src/report/sections/findings.ts
/** A reader has about ten seconds, too little for more rows. */
const MAX_ROWS$1 = 10;
/** The table of the findings, or of the gated series if there are no findings. Then notes, in one line each. */
const findings = {
	id: "findings",
	place: "top",
	page: "drawn",
	template: findings_default,
	build(verdict, context) {
		const objections = verdict.findings.filter(({ rule }) => rule !== "debt");
		const shown = objections.slice(0, MAX_ROWS$1);
		const plainRows = shown.length > 0 ? shown.map((finding) => rowOf(finding, verdict)) : passingRows(verdict);
		const hasHistory = plainRows.some(({ history }) => history !== "–");
		const rows = plainRows.map((row) => ({
			...row,
			hasHistory
		}));
		const notes = [leftOut(objections.length - shown.length), ...seriesNotes(verdict, shown)].filter((note) => note !== "");
		const first = mainFinding(verdict.findings);
		const sentences = shown.flatMap((finding) => finding === first ? detailOf(finding) : isNumeric(finding, verdict) ? [] : [sentenceOf$1(finding)]);
		if (rows.length === 0 && notes.length === 0) return void 0;
		return {
			hasRows: rows.length > 0,
			hasHistory,
			rows,
			sentences,
			hasSentences: sentences.length > 0,
			notes,
			candidateTitle: candidateTitle(context)
		};
	}
};
/** The rows of a report without findings: the gated series, with the largest change for the worse first. */
function passingRows(verdict) {
	return gatedComparisons(verdict).filter(({ role, estimate }) => role === "primary" && estimate !== null).toSorted((left, right) => (worseningOf(right) ?? 0) - (worseningOf(left) ?? 0)).slice(0, MAX_ROWS$1).map((one) => ({
		place: placeName(one, MARKDOWN),
		...comparisonRow({
			...one,
			reason: null
		}, void 0),
		history: historyOf(one, verdict)
	}));
}
/** Only the detail of the finding in line 1, because line 1 already has its problem and action. */
function detailOf({ detail = [] }) {
	return detail.length === 0 ? [] : [written(capitalized(detail), MARKDOWN)];
}
/** All sentences of a finding that is not in line 1. */
function sentenceOf$1(finding) {
	return written(sentencesWithService(finding), MARKDOWN);
}
function isNumeric(finding, verdict) {
	return comparisonOf$1(finding, verdict.services)?.estimate != null && isOfComparison(finding);
}
function rowOf(finding, verdict) {
	const comparison = comparisonOf$1(finding, verdict.services);
	const place = finding.service === null ? "the whole gate" : placeName({
		service: finding.service,
		endpoint: finding.endpoint
	}, MARKDOWN);
	const history = comparison === void 0 ? "–" : historyOf(comparison, verdict);
	if (comparison !== void 0 && isNumeric(finding, verdict)) return {
		place,
		...comparisonRow({
			...comparison,
			reason: null
		}, finding),
		history
	};
	return {
		place,
		...ruleRow(finding, comparison),
		history
	};
}
function historyOf(comparison, { services }) {
	const evidence = services.find(({ service }) => service === comparison.service);
	return (evidence === void 0 ? null : sparkline(comparison, evidence)) ?? "–";
}
/** The row of a finding that is not about the comparison. The expected value is in the column of the limit. */
function ruleRow(finding, comparison) {
	const measured = (finding.rule === "budget" || finding.rule === "missing") && comparison !== void 0 ? comparisonRow(comparison, finding) : void 0;
	const { metric, stat } = finding;
	const isRise = finding.rule === "error-rate" || finding.rule === "drift";
	return {
		metric: metric === null ? "–" : stat === null ? code$1(metric) : statisticName(comparison ?? {
			metric,
			stat
		}, MARKDOWN),
		baseline: measured?.baseline ?? "–",
		candidate: isRise ? "–" : prose(finding.actual),
		change: isRise ? prose(finding.actual) : measured?.change ?? "–",
		limit: NO_LIMIT.has(finding.rule) ? "–" : prose(finding.expected),
		verdict: `${levelIcon(finding)}${finding.word}`
	};
}
/** Rules without a limit: they only expect that there is something to compare. */
const NO_LIMIT = /* @__PURE__ */ new Set([
	"missing",
	"invalid",
	"missing-baseline",
	"new"
]);
function leftOut(hidden) {
	return hidden > 0 ? `${count(hidden, "more finding")} in the details of the services.` : "";
}
// templates/first-baseline.hbs
var first_baseline_default = import_runtime.default.template({
	"0": function(container, depth0, helpers, partials, data) {
		return "Record the first baseline, with results of the default branch:\n\n```sh\nperf-gate record --store STORE --results RESULTS --commit \"$(git rev-parse HEAD)\"\n```\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "Paste this beside your load test. On each push to `" + ((stack1 = (helper = lookupProperty(helpers, "branch") || alias1(depth0, "branch", {
			"start": {
				"line": 8,
				"column": 53
			},
			"end": {
				"line": 8,
				"column": 59
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "branch",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 8,
					"column": 51
				},
				"end": {
					"line": 8,
					"column": 61
				}
			}
		}) : helper)) != null ? stack1 : "") + "` it records the results, and pull requests are then compared with them.\n\n```yaml\non:\n  push:\n    branches: [" + ((stack1 = (helper = lookupProperty(helpers, "branch") || alias1(depth0, "branch", {
			"start": {
				"line": 13,
				"column": 17
			},
			"end": {
				"line": 13,
				"column": 23
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "branch",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 13,
					"column": 15
				},
				"end": {
					"line": 13,
					"column": 25
				}
			}
		}) : helper)) != null ? stack1 : "") + "]\njobs:\n  record-baseline:\n    # needs: [the job that runs k6 and uploads the artifact k6-results-<service>]\n    runs-on: ubuntu-latest\n    permissions:\n      actions: read # to download the results\n      contents: write # to store the baseline on its own branch\n      pull-requests: read # to find the pull request that was merged\n      statuses: write # to see whether it was merged by an override, and to say on the commit what it did\n      issues: write # to tell of a regression\n    steps:\n      - uses: " + ((stack1 = (helper = lookupProperty(helpers, "action") || alias1(depth0, "action", {
			"start": {
				"line": 25,
				"column": 16
			},
			"end": {
				"line": 25,
				"column": 22
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "action",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 25,
					"column": 14
				},
				"end": {
					"line": 25,
					"column": 24
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n        with:\n          mode: record\n" + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "name"), {
			"name": "if",
			"hash": {},
			"fn": container.program(2, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 28,
					"column": 0
				},
				"end": {
					"line": 30,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + "```\n";
	},
	"2": function(container, depth0, helpers, partials, data) {
		var stack1, helper;
		return "          name: " + ((stack1 = (helper = (container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		})(helpers, "name") || container.strict(depth0, "name", {
			"start": {
				"line": 29,
				"column": 18
			},
			"end": {
				"line": 29,
				"column": 22
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 29,
					"column": 16
				},
				"end": {
					"line": 29,
					"column": 24
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return (stack1 = lookupProperty(helpers, "if").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "isCommandLine"), {
			"name": "if",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.program(1, data, 0),
			"data": data,
			"loc": {
				"start": {
					"line": 1,
					"column": 0
				},
				"end": {
					"line": 32,
					"column": 7
				}
			}
		})) != null ? stack1 : "";
	},
	"useData": true
});
// src/report/sections/first-baseline.ts
/** Used if the name of the action is not known. */
const PLACEHOLDER = "OWNER/perf-gate@VERSION";
/** The job or command to copy if there is no baseline yet. */
const firstBaseline = {
	id: "first-baseline",
	place: "top",
	page: "drawn",
	template: first_baseline_default,
	build(verdict, { actionReference, baseBranch, gateName, generatedFor }) {
		if (verdict.outcome !== "no-baseline") return void 0;
		return {
			isCommandLine: generatedFor === "command-line",
			action: asYaml(actionReference, /^[\w./@-]+$/) ?? PLACEHOLDER,
			branch: asYaml(baseBranch, /^[\w][\w./-]*$/) ?? "main",
			name: gateName === "perf-gate" ? void 0 : asYaml(gateName, /^[\w][\w.-]*$/)
		};
	}
};
/** The text, if it needs no quotes in YAML and cannot end the code block. */
function asYaml(text, allowed) {
	return text !== null && allowed.test(text) ? text : void 0;
}
// src/report/sections/how-to-read.ts
/** Explains the terms that this report uses, and no others. */
const howToRead = {
	id: "how-to-read",
	place: "foot",
	template: import_runtime.default.template({
		"0": function(container, depth0, helpers, partials, data) {
			return ", or of one of its endpoints";
		},
		"1": function(container, depth0, helpers, partials, data) {
			var stack1, helper;
			return "- **History**: the last stored measurements of the baseline branch, the oldest first, then " + ((stack1 = (helper = (container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			})(helpers, "candidate") || container.strict(depth0, "candidate", {
				"start": {
					"line": 11,
					"column": 93
				},
				"end": {
					"line": 11,
					"column": 102
				}
			}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
				"name": "candidate",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 11,
						"column": 91
					},
					"end": {
						"line": 11,
						"column": 104
					}
				}
			}) : helper)) != null ? stack1 : "") + ". A taller bar is a larger number.\n";
		},
		"2": function(container, depth0, helpers, partials, data) {
			return "- **Override**: a person accepts a slowdown, with a reason. **Debt**: what was accepted or merged like this, until it is repaid.\n";
		},
		"compiler": [8, ">= 4.3.0"],
		"main": function(container, depth0, helpers, partials, data) {
			var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, alias2 = container.strict, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			};
			return "<details><summary>How to read this</summary>\n\n- **p95**: 95 of 100 requests were at least this fast. p50 is the typical request, p99 nearly the slowest.\n- **Gated series**: a number that can block, such as the p95 of a service" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "hasEndpoints"), {
				"name": "if",
				"hash": {},
				"fn": container.program(0, data, 0),
				"inverse": container.noop,
				"data": data,
				"loc": {
					"start": {
						"line": 4,
						"column": 73
					},
					"end": {
						"line": 4,
						"column": 128
					}
				}
			})) != null ? stack1 : "") + ". All others are shown for information.\n- **Baseline**: the version that " + ((stack1 = (helper = lookupProperty(helpers, "candidate") || alias2(depth0, "candidate", {
				"start": {
					"line": 5,
					"column": 35
				},
				"end": {
					"line": 5,
					"column": 44
				}
			}), typeof helper === alias3 ? helper.call(alias1, {
				"name": "candidate",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 5,
						"column": 33
					},
					"end": {
						"line": 5,
						"column": 46
					}
				}
			}) : helper)) != null ? stack1 : "") + " is compared with.\n- **Change**: the best estimate, and the number beside the baseline is the baseline with this change. In brackets: the range in which the true change plausibly lies. About 1 time in " + ((stack1 = (helper = lookupProperty(helpers, "errorChance") || alias2(depth0, "errorChance", {
				"start": {
					"line": 6,
					"column": 184
				},
				"end": {
					"line": 6,
					"column": 195
				}
			}), typeof helper === alias3 ? helper.call(alias1, {
				"name": "errorChance",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 182
					},
					"end": {
						"line": 6,
						"column": 197
					}
				}
			}) : helper)) != null ? stack1 : "") + " the true change is below the range, and about 1 time in " + ((stack1 = (helper = lookupProperty(helpers, "errorChance") || alias2(depth0, "errorChance", {
				"start": {
					"line": 6,
					"column": 256
				},
				"end": {
					"line": 6,
					"column": 267
				}
			}), typeof helper === alias3 ? helper.call(alias1, {
				"name": "errorChance",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 254
					},
					"end": {
						"line": 6,
						"column": 269
					}
				}
			}) : helper)) != null ? stack1 : "") + " above.\n- **Limit**: the largest allowed change for the worse. A best estimate over the limit blocks, proven or not, unless the policy says otherwise.\n- **Proven**: if nothing had changed, a gap like this would hardly ever appear. **Not proven**: noise alone could look like this.\n- **Would have been proven**: the smallest slowdown that these results could tell from noise. A smaller one can stay unseen.\n" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "hasHistory"), {
				"name": "if",
				"hash": {},
				"fn": container.program(1, data, 0),
				"inverse": container.noop,
				"data": data,
				"loc": {
					"start": {
						"line": 10,
						"column": 0
					},
					"end": {
						"line": 12,
						"column": 7
					}
				}
			})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "isOverridable"), {
				"name": "if",
				"hash": {},
				"fn": container.program(2, data, 0),
				"inverse": container.noop,
				"data": data,
				"loc": {
					"start": {
						"line": 13,
						"column": 0
					},
					"end": {
						"line": 15,
						"column": 7
					}
				}
			})) != null ? stack1 : "") + "\n</details>\n";
		},
		"useData": true
	}),
	build(verdict, context) {
		const gated = gatedComparisons(verdict);
		const estimate = gated.find((one) => one.estimate !== null)?.estimate ?? null;
		if (estimate === null) return void 0;
		return {
			candidate: candidateName(context),
			errorChance: `${Math.round(1 / (1 - estimate.confidence))}`,
			hasEndpoints: gated.some(({ role }) => role === "endpoint"),
			hasHistory: verdict.services.some((evidence) => evidence.comparisons.some((one) => one.role !== "other" && storedLevels(one, evidence).length > 0)),
			isOverridable: context.overrideLabel !== null
		};
	}
};
// src/report/sections/latency.ts
/** The durations of the whole service: p50, p95 and p99, and other gated series of the service, such as benchmarks. */
const latency = {
	id: "latency",
	place: "service",
	page: "drawn",
	template: import_runtime.default.template({
		"0": function(container, depth0, helpers, partials, data) {
			var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			};
			return "| " + ((stack1 = (helper = lookupProperty(helpers, "metric") || alias1(depth0, "metric", {
				"start": {
					"line": 6,
					"column": 4
				},
				"end": {
					"line": 6,
					"column": 10
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "metric",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 2
					},
					"end": {
						"line": 6,
						"column": 12
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "baseline") || alias1(depth0, "baseline", {
				"start": {
					"line": 6,
					"column": 17
				},
				"end": {
					"line": 6,
					"column": 25
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "baseline",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 15
					},
					"end": {
						"line": 6,
						"column": 27
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "candidate") || alias1(depth0, "candidate", {
				"start": {
					"line": 6,
					"column": 32
				},
				"end": {
					"line": 6,
					"column": 41
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "candidate",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 30
					},
					"end": {
						"line": 6,
						"column": 43
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "change") || alias1(depth0, "change", {
				"start": {
					"line": 6,
					"column": 48
				},
				"end": {
					"line": 6,
					"column": 54
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "change",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 46
					},
					"end": {
						"line": 6,
						"column": 56
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "limit") || alias1(depth0, "limit", {
				"start": {
					"line": 6,
					"column": 61
				},
				"end": {
					"line": 6,
					"column": 66
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "limit",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 59
					},
					"end": {
						"line": 6,
						"column": 68
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "verdict") || alias1(depth0, "verdict", {
				"start": {
					"line": 6,
					"column": 73
				},
				"end": {
					"line": 6,
					"column": 80
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "verdict",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 71
					},
					"end": {
						"line": 6,
						"column": 82
					}
				}
			}) : helper)) != null ? stack1 : "") + " |\n";
		},
		"compiler": [8, ">= 4.3.0"],
		"main": function(container, depth0, helpers, partials, data) {
			var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			};
			return "#### " + ((stack1 = (helper = lookupProperty(helpers, "title") || alias1(depth0, "title", {
				"start": {
					"line": 1,
					"column": 7
				},
				"end": {
					"line": 1,
					"column": 12
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "title",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 1,
						"column": 5
					},
					"end": {
						"line": 1,
						"column": 14
					}
				}
			}) : helper)) != null ? stack1 : "") + "\n\n| Metric | Baseline | " + ((stack1 = (helper = lookupProperty(helpers, "candidateTitle") || alias1(depth0, "candidateTitle", {
				"start": {
					"line": 3,
					"column": 24
				},
				"end": {
					"line": 3,
					"column": 38
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "candidateTitle",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 3,
						"column": 22
					},
					"end": {
						"line": 3,
						"column": 40
					}
				}
			}) : helper)) != null ? stack1 : "") + " | Change | Limit | Verdict |\n|---|---:|---:|---:|---:|---|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "rows"), {
				"name": "each",
				"hash": {},
				"fn": container.program(0, data, 0),
				"inverse": container.noop,
				"data": data,
				"loc": {
					"start": {
						"line": 5,
						"column": 0
					},
					"end": {
						"line": 7,
						"column": 9
					}
				}
			})) != null ? stack1 : "");
		},
		"useData": true
	}),
	build(verdict, context) {
		const comparisons = seriesOfGroup(verdict, "latency");
		if (comparisons.length === 0) return void 0;
		const http = comparisons.filter((one) => quantityOf(one) === "latency").map(({ stat }) => stat);
		const absent = http.length === 0 ? [] : LATENCY_STATS.filter((stat) => !http.includes(stat));
		const rows = [...comparisons.map((one) => ({
			stat: one.stat,
			row: judgedRow(one, verdict)
		})), ...absent.map((stat) => ({
			stat,
			row: absentRow(stat)
		}))];
		return {
			title: comparisons.every(isOfBenchmark) ? "Benchmarks" : "Latency",
			rows: rows.toSorted((left, right) => percentileOf(left.stat) - percentileOf(right.stat)).map(({ row }) => row),
			candidateTitle: candidateTitle(context)
		};
	}
};
/** Sort key: 95 for `p95`. A statistic that is no percentile comes last. */
function percentileOf(stat) {
	return Number(/^p(\d+(?:\.\d+)?)$/.exec(stat)?.[1] ?? 101);
}
// src/report/sections/other-series.ts
/** Every series that no other table shows: endpoints and other metrics, with the worst first. */
const otherSeries = {
	id: "other-series",
	place: "service",
	page: "drawn",
	template: import_runtime.default.template({
		"0": function(container, depth0, helpers, partials, data) {
			var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			};
			return "| Endpoint | Metric | Baseline | " + ((stack1 = (helper = lookupProperty(helpers, "candidateTitle") || container.strict(depth0, "candidateTitle", {
				"start": {
					"line": 4,
					"column": 35
				},
				"end": {
					"line": 4,
					"column": 49
				}
			}), typeof helper === "function" ? helper.call(alias1, {
				"name": "candidateTitle",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 4,
						"column": 33
					},
					"end": {
						"line": 4,
						"column": 51
					}
				}
			}) : helper)) != null ? stack1 : "") + " | Change | Limit | Verdict |\n|---|---|---:|---:|---:|---:|---|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "rows"), {
				"name": "each",
				"hash": {},
				"fn": container.program(1, data, 0),
				"inverse": container.noop,
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 0
					},
					"end": {
						"line": 8,
						"column": 9
					}
				}
			})) != null ? stack1 : "") + "\n";
		},
		"1": function(container, depth0, helpers, partials, data) {
			var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			};
			return "| " + ((stack1 = (helper = lookupProperty(helpers, "endpoint") || alias1(depth0, "endpoint", {
				"start": {
					"line": 7,
					"column": 4
				},
				"end": {
					"line": 7,
					"column": 12
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "endpoint",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 7,
						"column": 2
					},
					"end": {
						"line": 7,
						"column": 14
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "metric") || alias1(depth0, "metric", {
				"start": {
					"line": 7,
					"column": 19
				},
				"end": {
					"line": 7,
					"column": 25
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "metric",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 7,
						"column": 17
					},
					"end": {
						"line": 7,
						"column": 27
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "baseline") || alias1(depth0, "baseline", {
				"start": {
					"line": 7,
					"column": 32
				},
				"end": {
					"line": 7,
					"column": 40
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "baseline",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 7,
						"column": 30
					},
					"end": {
						"line": 7,
						"column": 42
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "candidate") || alias1(depth0, "candidate", {
				"start": {
					"line": 7,
					"column": 47
				},
				"end": {
					"line": 7,
					"column": 56
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "candidate",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 7,
						"column": 45
					},
					"end": {
						"line": 7,
						"column": 58
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "change") || alias1(depth0, "change", {
				"start": {
					"line": 7,
					"column": 63
				},
				"end": {
					"line": 7,
					"column": 69
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "change",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 7,
						"column": 61
					},
					"end": {
						"line": 7,
						"column": 71
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "limit") || alias1(depth0, "limit", {
				"start": {
					"line": 7,
					"column": 76
				},
				"end": {
					"line": 7,
					"column": 81
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "limit",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 7,
						"column": 74
					},
					"end": {
						"line": 7,
						"column": 83
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "verdict") || alias1(depth0, "verdict", {
				"start": {
					"line": 7,
					"column": 88
				},
				"end": {
					"line": 7,
					"column": 95
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "verdict",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 7,
						"column": 86
					},
					"end": {
						"line": 7,
						"column": 97
					}
				}
			}) : helper)) != null ? stack1 : "") + " |\n";
		},
		"compiler": [8, ">= 4.3.0"],
		"main": function(container, depth0, helpers, partials, data) {
			var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			};
			return "#### Endpoints and other metrics\n\n" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "hasRows"), {
				"name": "if",
				"hash": {},
				"fn": container.program(0, data, 0),
				"inverse": container.noop,
				"data": data,
				"loc": {
					"start": {
						"line": 3,
						"column": 0
					},
					"end": {
						"line": 10,
						"column": 7
					}
				}
			})) != null ? stack1 : "") + ((stack1 = (helper = lookupProperty(helpers, "leftOut") || container.strict(depth0, "leftOut", {
				"start": {
					"line": 11,
					"column": 2
				},
				"end": {
					"line": 11,
					"column": 9
				}
			}), typeof helper === "function" ? helper.call(alias1, {
				"name": "leftOut",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 11,
						"column": 0
					},
					"end": {
						"line": 11,
						"column": 11
					}
				}
			}) : helper)) != null ? stack1 : "") + "\n";
		},
		"useData": true
	}),
	build(verdict, context) {
		const comparisons = seriesOfGroup(verdict, "other");
		if (comparisons.length === 0) return void 0;
		const shown = worstFirst(comparisons).slice(0, context.maxRows);
		const hidden = comparisons.length - shown.length;
		return {
			rows: shown.map((one) => ({
				endpoint: one.endpoint === null ? "–" : code$1(one.endpoint),
				...judgedRow(one, verdict)
			})),
			hasRows: shown.length > 0,
			leftOut: hidden === 0 ? "" : `${count(hidden, "more row")} with the smallest changes left out.`,
			candidateTitle: candidateTitle(context)
		};
	}
};
// templates/override.hbs
var override_default = import_runtime.default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1, alias1 = container.strict, alias2 = container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "**Override** by " + ((stack1 = alias2(alias1(lookupProperty(depth0, "valid"), "by", {
			"start": {
				"line": 2,
				"column": 18
			},
			"end": {
				"line": 2,
				"column": 26
			}
		}), depth0)) != null ? stack1 : "") + " on " + ((stack1 = alias2(alias1(lookupProperty(depth0, "valid"), "at", {
			"start": {
				"line": 2,
				"column": 34
			},
			"end": {
				"line": 2,
				"column": 42
			}
		}), depth0)) != null ? stack1 : "") + ", for commit " + ((stack1 = alias2(alias1(lookupProperty(depth0, "valid"), "commit", {
			"start": {
				"line": 2,
				"column": 59
			},
			"end": {
				"line": 2,
				"column": 71
			}
		}), depth0)) != null ? stack1 : "") + " only: a new push needs a new one. Reason: “" + ((stack1 = alias2(alias1(lookupProperty(depth0, "valid"), "reason", {
			"start": {
				"line": 2,
				"column": 119
			},
			"end": {
				"line": 2,
				"column": 131
			}
		}), depth0)) != null ? stack1 : "") + "”\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1, alias1 = container.strict, alias2 = container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "**Override" + ((stack1 = alias2(alias1(lookupProperty(depth0, "refused"), "by", {
			"start": {
				"line": 5,
				"column": 12
			},
			"end": {
				"line": 5,
				"column": 22
			}
		}), depth0)) != null ? stack1 : "") + " refused:** " + ((stack1 = alias2(alias1(lookupProperty(depth0, "refused"), "why", {
			"start": {
				"line": 5,
				"column": 38
			},
			"end": {
				"line": 5,
				"column": 49
			}
		}), depth0)) != null ? stack1 : "") + " " + ((stack1 = alias2(alias1(lookupProperty(depth0, "refused"), "next", {
			"start": {
				"line": 5,
				"column": 54
			},
			"end": {
				"line": 5,
				"column": 66
			}
		}), depth0)) != null ? stack1 : "") + "\n" + ((stack1 = lookupProperty(helpers, "if").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "useless"), {
			"name": "if",
			"hash": {},
			"fn": container.program(2, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 6,
					"column": 0
				},
				"end": {
					"line": 8,
					"column": 7
				}
			}
		})) != null ? stack1 : "");
	},
	"2": function(container, depth0, helpers, partials, data) {
		return "Invalid results cannot be overridden. Run the load test again, or use the audited bypass of your branch rules.\n";
	},
	"3": function(container, depth0, helpers, partials, data) {
		var stack1, alias1 = container.strict, alias2 = container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "<details><summary>How to accept this slowdown (override)</summary>\n\nAn override accepts " + ((stack1 = alias2(alias1(lookupProperty(depth0, "offer"), "accepts", {
			"start": {
				"line": 13,
				"column": 22
			},
			"end": {
				"line": 13,
				"column": 35
			}
		}), depth0)) != null ? stack1 : "") + ".\n\n1. Say why: comment " + ((stack1 = alias2(alias1(lookupProperty(depth0, "offer"), "command", {
			"start": {
				"line": 15,
				"column": 22
			},
			"end": {
				"line": 15,
				"column": 35
			}
		}), depth0)) != null ? stack1 : "") + ((stack1 = alias2(alias1(lookupProperty(depth0, "offer"), "length", {
			"start": {
				"line": 15,
				"column": 39
			},
			"end": {
				"line": 15,
				"column": 51
			}
		}), depth0)) != null ? stack1 : "") + ". Or write the reason in the description, under `### Performance override`.\n2. Someone who may override adds the label " + ((stack1 = alias2(alias1(lookupProperty(depth0, "offer"), "label", {
			"start": {
				"line": 16,
				"column": 45
			},
			"end": {
				"line": 16,
				"column": 56
			}
		}), depth0)) != null ? stack1 : "") + ". " + ((stack1 = alias2(alias1(lookupProperty(depth0, "offer"), "who", {
			"start": {
				"line": 16,
				"column": 62
			},
			"end": {
				"line": 16,
				"column": 71
			}
		}), depth0)) != null ? stack1 : "") + "\n\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(lookupProperty(depth0, "offer"), "conditions"), {
			"name": "each",
			"hash": {},
			"fn": container.program(4, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 18,
					"column": 0
				},
				"end": {
					"line": 21,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "The check turns green without running the load test again. The override holds for " + ((stack1 = alias2(alias1(lookupProperty(depth0, "offer"), "commit", {
			"start": {
				"line": 22,
				"column": 84
			},
			"end": {
				"line": 22,
				"column": 96
			}
		}), depth0)) != null ? stack1 : "") + " only: after a new push, remove the label and add it again. What was accepted is listed as debt afterwards.\n\n</details>\n";
	},
	"4": function(container, depth0, helpers, partials, data) {
		var stack1;
		return ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "valid"), {
			"name": "if",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 1,
					"column": 0
				},
				"end": {
					"line": 3,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "refused"), {
			"name": "if",
			"hash": {},
			"fn": container.program(1, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 4,
					"column": 0
				},
				"end": {
					"line": 9,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "offer"), {
			"name": "if",
			"hash": {},
			"fn": container.program(3, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 10,
					"column": 0
				},
				"end": {
					"line": 25,
					"column": 7
				}
			}
		})) != null ? stack1 : "");
	},
	"useData": true
});
// src/report/sections/override.ts
const MAX_ITEMS = 5;
const REASON_PLACEHOLDER = "<why this slowdown is worth it>";
/** The rules for overrides in the policy: who may override, how large a slowdown, and for how long. */
function rulesText(rules) {
	if (rules === void 0) return {
		who: "Write access or more is needed, unless the policy says otherwise. In a repository of an organisation, the author of the pull request cannot do this.",
		length: "",
		conditions: []
	};
	const { policy, needsSecondPerson } = rules;
	const notAuthor = needsSecondPerson ? ", other than the author and whoever pushed last" : "";
	const limits = [policy.services.length === 0 ? "" : `services ${listed(policy.services.map(code$1))}`, policy.maxRegressionRatio === null ? "" : `slowdowns of at most ${formatLimit(policy.maxRegressionRatio)}`].filter((limit) => limit !== "");
	const conditions = [
		policy.approval === "review" ? "Someone other than the author must also have approved this commit in a review." : "",
		policy.expiresMs === null ? "" : `The label counts for ${formatAge(policy.expiresMs)} after it was set.`,
		limits.length === 0 ? "" : `The policy limits overrides to ${limits.join(", and to ")}.`
	].filter((condition) => condition !== "");
	return {
		who: `That is someone with the role ${listed(policy.roles.map(code$1), "or")}${notAuthor}.`,
		length: ` (at least ${count(policy.minReasonLength, "character")} of reason)`,
		conditions
	};
}
/** One of three: who overrode and why; why an override was refused and what to do; how to override the findings of this report. */
const override = {
	id: "override",
	place: "top",
	template: override_default,
	build({ override: decision, outcome, enforced, findings }, { overrideLabel, overrideRules, generatedFor, headSha }) {
		const empty = {
			valid: void 0,
			refused: void 0,
			offer: void 0,
			useless: void 0
		};
		if (decision.kind === "valid") {
			const { by, at, reason, headSha: sha } = decision;
			return {
				...empty,
				valid: {
					by: code$1(by),
					at: code$1(at.slice(0, 16).replace("T", " ")),
					reason: prose(reason),
					commit: commit(sha)
				}
			};
		}
		if (decision.kind === "refused") {
			const by = decision.by === null ? "" : ` by ${code$1(decision.by)}`;
			const useless = outcome === "invalid";
			return {
				...empty,
				refused: {
					by,
					why: written(decision.why, MARKDOWN),
					next: useless ? "" : written(decision.next, MARKDOWN)
				},
				useless
			};
		}
		if (enforced === false || outcome !== "fail" || overrideLabel === null || generatedFor !== "pull-request") return void 0;
		return {
			...empty,
			offer: {
				label: code$1(overrideLabel),
				accepts: acceptedText(findings),
				commit: headSha === null ? "this commit" : commit(headSha),
				command: code$1(`/perf-override ${REASON_PLACEHOLDER}`),
				...rulesText(overrideRules)
			}
		};
	}
};
/** The findings that an override would accept. */
function acceptedText(findings) {
	return firstOf(findings.filter(({ level }) => level === "fail").map((finding) => `${placeOf$1(finding)}: ${prose(finding.actual)}`), MAX_ITEMS).join("; ");
}
function placeOf$1({ service, endpoint, metric, stat }) {
	if (service === null) return "the whole gate";
	const place = {
		service,
		endpoint
	};
	return metric === null || stat === null ? placeName(place, MARKDOWN) : seriesName({
		...place,
		metric,
		stat
	}, MARKDOWN);
}
// src/report/sections/recommendations.ts
/** The next steps. Each step has a finding or a number as its reason. Without a reason there is no step. */
const recommendations = {
	id: "recommendations",
	place: "service",
	template: import_runtime.default.template({
		"0": function(container, depth0, helpers, partials, data) {
			var stack1;
			return "- " + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
		},
		"compiler": [8, ">= 4.3.0"],
		"main": function(container, depth0, helpers, partials, data) {
			var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			};
			return "#### Recommendations\n\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "steps"), {
				"name": "each",
				"hash": {},
				"fn": container.program(0, data, 0),
				"inverse": container.noop,
				"data": data,
				"loc": {
					"start": {
						"line": 3,
						"column": 0
					},
					"end": {
						"line": 5,
						"column": 9
					}
				}
			})) != null ? stack1 : "");
		},
		"useData": true
	}),
	build(verdict) {
		const steps = recommendedSteps(verdict);
		return steps.length === 0 ? void 0 : { steps };
	}
};
/** The next steps for one service. `verdict`: the part of the verdict about this service. */
function recommendedSteps(verdict) {
	const [evidence] = verdict.services;
	return evidence === void 0 ? [] : STEPS.flatMap((step) => step(evidence, verdict) ?? []);
}
const STEPS = [
	useResults,
	startWith,
	moreRuns,
	turns,
	morePairs,
	sayConditions
];
function useResults({ refusals, comparisons }) {
	if (refusals.length === 0) return void 0;
	return `Fix the result files that could not be used (see the configuration), and run the ${areOfBenchmarks(comparisons) ? "benchmark" : "load test"} again.`;
}
/** The endpoint to look at first. */
function startWith({ comparisons }) {
	const [worst] = worstFirst(comparisons.filter(({ role, verdict }) => role !== "other" && verdict === "regressed").filter(({ endpoint }) => endpoint !== null));
	if (worst?.endpoint == null || worst.estimate === null) return void 0;
	return `Start with ${MARKDOWN.name(worst.endpoint)}: its ${statisticName(worst, MARKDOWN)} changed by ${formatRatio(worst.estimate.changeRatio)}, more than any other endpoint.`;
}
/**
* How many more runs would decide an undecided series. Only for series with a finding, because the others need no decision. The findings
* are sorted, so it is the series of line 1 if that is open: line 1 gives the same step, and two numbers of runs would contradict each other.
*/
function moreRuns(evidence, verdict) {
	const [open] = verdict.findings.flatMap((finding) => evidence.comparisons.filter((one) => isOpen(one) && isSameInService(finding, one)));
	return open === void 0 ? void 0 : written(whatMoreRunsTell(open, evidence), MARKDOWN);
}
function isOpen({ role, verdict, estimate }) {
	return role !== "other" && estimate !== null && (verdict === "unproven" || verdict === "inconclusive");
}
/** Recommends pairs, because measuring both versions in turns on one machine removes the machine from the noise. */
function turns({ design, service, comparisons }) {
	const primary = comparisons.find(({ role, estimate }) => role === "primary" && estimate !== null);
	if (primary?.estimate == null || primary.limitRatio === null) return void 0;
	if (!((primary.estimate.detectableRatio ?? 1e400) > 2 * primary.limitRatio) || design === "pairs") return void 0;
	return `Measure both versions in turns in the same job (folders ${`${MARKDOWN.name(`${service}/baseline/run-1`)} and ${MARKDOWN.name(`${service}/candidate/run-1`)}`}, and so on): that takes the machine out of the comparison. These data cannot prove a slowdown of ${formatLimit(2 * primary.limitRatio)}.`;
}
/** Recommends more pairs. No other design is more precise than pairs, so only more of them help. */
function morePairs(evidence, verdict) {
	const primary = evidence.comparisons.find(({ role, estimate }) => role === "primary" && estimate !== null);
	if (evidence.design !== "pairs" || primary?.estimate == null || primary.limitRatio === null) return void 0;
	const { detectableRatio, runsNeeded } = primary.estimate;
	if (detectableRatio === null) return void 0;
	if (!(detectableRatio > 2 * primary.limitRatio && runsNeeded > primary.runs.candidate) || moreRuns(evidence, verdict) !== void 0) return void 0;
	return `These pairs could only have proven a slowdown of ${formatSize(detectableRatio)}: ${count(runsNeeded, "pair")} could tell a change of ${formatLimit(2 * primary.limitRatio)} from noise.`;
}
/** Unknown conditions can hide a difference. */
function sayConditions({ candidateRuns }) {
	return candidateRuns.some(({ conditions }) => conditions.machine === null || conditions.load === null) ? `Write the machine and the load into ${MARKDOWN.name("run.json")} beside each result, so that a difference in them is seen.` : void 0;
}
// templates/resources.hbs
var resources_default = import_runtime.default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "metric") || alias1(depth0, "metric", {
			"start": {
				"line": 6,
				"column": 4
			},
			"end": {
				"line": 6,
				"column": 10
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "metric",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 6,
					"column": 2
				},
				"end": {
					"line": 6,
					"column": 12
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "baseline") || alias1(depth0, "baseline", {
			"start": {
				"line": 6,
				"column": 17
			},
			"end": {
				"line": 6,
				"column": 25
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "baseline",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 6,
					"column": 15
				},
				"end": {
					"line": 6,
					"column": 27
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "candidate") || alias1(depth0, "candidate", {
			"start": {
				"line": 6,
				"column": 32
			},
			"end": {
				"line": 6,
				"column": 41
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "candidate",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 6,
					"column": 30
				},
				"end": {
					"line": 6,
					"column": 43
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "change") || alias1(depth0, "change", {
			"start": {
				"line": 6,
				"column": 48
			},
			"end": {
				"line": 6,
				"column": 54
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "change",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 6,
					"column": 46
				},
				"end": {
					"line": 6,
					"column": 56
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "budget") || alias1(depth0, "budget", {
			"start": {
				"line": 6,
				"column": 61
			},
			"end": {
				"line": 6,
				"column": 67
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "budget",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 6,
					"column": 59
				},
				"end": {
					"line": 6,
					"column": 69
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "verdict") || alias1(depth0, "verdict", {
			"start": {
				"line": 6,
				"column": 74
			},
			"end": {
				"line": 6,
				"column": 81
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "verdict",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 6,
					"column": 72
				},
				"end": {
					"line": 6,
					"column": 83
				}
			}
		}) : helper)) != null ? stack1 : "") + " |\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1, helper;
		return "\n" + ((stack1 = (helper = (container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		})(helpers, "sizing") || container.strict(depth0, "sizing", {
			"start": {
				"line": 10,
				"column": 2
			},
			"end": {
				"line": 10,
				"column": 8
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "sizing",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 10,
					"column": 0
				},
				"end": {
					"line": 10,
					"column": 10
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n";
	},
	"2": function(container, depth0, helpers, partials, data) {
		var stack1, helper;
		return "\n" + ((stack1 = (helper = (container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		})(helpers, "growth") || container.strict(depth0, "growth", {
			"start": {
				"line": 14,
				"column": 2
			},
			"end": {
				"line": 14,
				"column": 8
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "growth",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 14,
					"column": 0
				},
				"end": {
					"line": 14,
					"column": 10
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "#### Resources\n\n| Metric | Baseline | " + ((stack1 = (helper = lookupProperty(helpers, "candidateTitle") || container.strict(depth0, "candidateTitle", {
			"start": {
				"line": 3,
				"column": 24
			},
			"end": {
				"line": 3,
				"column": 38
			}
		}), typeof helper === "function" ? helper.call(alias1, {
			"name": "candidateTitle",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 3,
					"column": 22
				},
				"end": {
					"line": 3,
					"column": 40
				}
			}
		}) : helper)) != null ? stack1 : "") + " | Change | Budget | Verdict |\n|---|---:|---:|---:|---:|---|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "rows"), {
			"name": "each",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 5,
					"column": 0
				},
				"end": {
					"line": 7,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "sizing"), {
			"name": "if",
			"hash": {},
			"fn": container.program(1, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 8,
					"column": 0
				},
				"end": {
					"line": 11,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "growth"), {
			"name": "if",
			"hash": {},
			"fn": container.program(2, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 12,
					"column": 0
				},
				"end": {
					"line": 15,
					"column": 7
				}
			}
		})) != null ? stack1 : "");
	},
	"useData": true
});
/**
* A sentence about memory that grows with each request. null: it grew as in the baseline, or the load was too short to tell. It
* is for information only: a person must find out whether something leaks.
*/
function growthText({ baselineRuns, candidateRuns }) {
	const [before, now] = [growths(baselineRuns), growths(candidateRuns)];
	if (before.length === 0 || now.length === 0) return null;
	const [most, usual] = [Math.max(...before), median(now)];
	if (usual <= Math.max(most, 0)) return null;
	const was = most <= 0 ? text`it did not grow in the baseline` : text`in the baseline it grew by ${formatValue(most, "bytes")} at most`;
	return text`Memory grew by ${formatValue(usual, "bytes")} with each request in the second half of the load, and ${was}: look for what is kept.`;
}
function growths(runs) {
	return runs.flatMap(({ run: { sampled } }) => sampled === void 0 || sampled.seconds < 300 ? [] : sampled.memoryGrowthBytesPerRequest ?? []);
}
// src/model/right-sizing.ts
/** Fewer or shorter runs do not show the effect of the garbage collector. */
const MIN_RUNS = 3;
const MIN_SECONDS = 300;
/** If the limit throttled the service for a larger share of the time, the use shows the limit and not the need of the service. */
const MAX_THROTTLED_SHARE = .01;
/**
* The processor as the Vertical Pod Autoscaler of Kubernetes counts it (90th percentile and 15 %,
* https://github.com/kubernetes/autoscaler, vertical-pod-autoscaler/pkg/recommender/logic), without a limit, because a limit only
* slows the service down. Memory gets a quarter more than its peak, because production has more variety than a load test. The
* request of memory is also its limit, so that no node runs out of memory.
*/
const CPU_FACTOR = 1.15;
const MEMORY_FACTOR = 1.25;
/** Rounded, because 250m and 240Mi are easier to read than 241m and 235Mi. */
const CPU_STEP_MILLICORES = 10;
const MEMORY_STEP_MEBIBYTES = 16;
const MEBIBYTE = 1024 ** 2;
/** null: nothing was sampled, or no instance has a limit, so it may not run in a container. */
function rightSizing(candidate) {
	const sampled = candidate.flatMap(({ run }) => run.sampled ?? []);
	const [{ cpuLimitCores = null, memoryLimitBytes = null } = {}] = sampled;
	if (sampled.every((one) => one.cpuLimitCores === null && one.memoryLimitBytes === null)) return null;
	const reason = refusalOf(candidate, sampled);
	if (reason !== null) return {
		kind: "refused",
		reason
	};
	const cores = Math.max(...sampled.map(({ busiestCores }) => busiestCores ?? 0));
	const memoryBytes = Math.max(...candidate.map((run) => statOf(run, "memory", "max") ?? 0));
	return {
		kind: "advice",
		runs: candidate.length,
		seconds: Math.min(...sampled.map(({ seconds }) => seconds)),
		used: {
			cores,
			memoryBytes
		},
		request: {
			millicores: upTo(1e3 * cores * CPU_FACTOR, CPU_STEP_MILLICORES),
			memoryMebibytes: upTo(memoryBytes * MEMORY_FACTOR / MEBIBYTE, MEMORY_STEP_MEBIBYTES)
		},
		limits: {
			cpuLimitCores,
			memoryLimitBytes
		}
	};
}
function refusalOf(candidate, sampled) {
	if (candidate.length < MIN_RUNS) return candidate.length === 1 ? text`it takes ${MIN_RUNS} runs, and there is 1` : text`it takes ${MIN_RUNS} runs, and there are ${candidate.length}`;
	if (sampled.length < candidate.length) return text`not every run has them`;
	const shortest = Math.min(...sampled.map(({ seconds }) => seconds));
	if (shortest < MIN_SECONDS) return text`a run must take ${formatDuration(1e3 * MIN_SECONDS)}, and the shortest took ${formatDuration(1e3 * shortest)}`;
	if (candidate.some((run) => (statOf(run, "oom_kills", "count") ?? 0) > 0)) return text`the service ran out of memory`;
	if (candidate.some((run) => (statOf(run, "restarts", "count") ?? 0) > 0)) return text`the service was restarted`;
	const throttled = Math.max(...candidate.map((run) => statOf(run, "cpu_throttled", "rate") ?? 0));
	if (throttled > MAX_THROTTLED_SHARE) return text`the processor limit held the service back in ${formatValue(throttled, "ratio", 2)} of the time, so what it needs is not known`;
	return candidate.every((run) => statOf(run, "memory", "max") !== null) && sampled.every(({ busiestCores }) => busiestCores !== null) ? null : text`a run has no usable samples`;
}
function statOf({ run }, metric, stat) {
	return run.measurements.find((one) => one.metric === metric && one.endpoint === null)?.stats.get(stat) ?? null;
}
/** A tiny excess comes from binary fractions and does not round up to the next step. */
function upTo(value, step) {
	return Math.max(1, Math.ceil(value / step - 1e-9)) * step;
}
/** The advice as one paragraph, in the quantities of a manifest. */
function sizingText(sizing) {
	if (sizing.kind === "refused") return text`No advice on requests and limits: ${sizing.reason}.`;
	const { request, used, limits, runs, seconds } = sizing;
	const [cpu, memory] = [`${request.millicores}m`, `${request.memoryMebibytes}Mi`];
	return sentences$1(text`For Kubernetes, at this load: requests cpu ${cpu} and memory ${memory}, limit memory ${memory}, no cpu limit.`, text`It is a lower end, from ${count(runs, "run")} of at least ${formatDuration(1e3 * seconds)}: production has other peaks.`, text`Used by the busiest instance: ${formatValue(used.cores, "none", 3)} cores in nine of ten seconds, ${formatValue(used.memoryBytes, "bytes")} at most.`, text`Limits now: ${limitsText(limits)}; head-room ${headRoom(used, limits)}.`);
}
function limitsText({ cpuLimitCores, memoryLimitBytes }) {
	const cores = cpuLimitCores === null ? text`no cpu limit` : text`${formatValue(cpuLimitCores, "none")} cores`;
	const memory = memoryLimitBytes === null ? text`no memory limit` : text`${formatValue(memoryLimitBytes, "bytes")}`;
	return text`${cores}, ${memory}`;
}
function headRoom(used, limits) {
	const ofCpu = unusedShare(used.cores, limits.cpuLimitCores);
	const ofMemory = unusedShare(used.memoryBytes, limits.memoryLimitBytes);
	const known = [...ofCpu === null ? [] : [text`cpu ${ofCpu}`], ...ofMemory === null ? [] : [text`memory ${ofMemory}`]];
	return joined(known, text`, `);
}
/** The part of a limit that is not used. null: there is no limit. */
function unusedShare(used, limit) {
	return limit === null ? null : formatValue(1 - used / limit, "ratio", 3);
}
// src/report/sections/resources.ts
/** CPU and memory, if the results contain them. */
const resources = {
	id: "resources",
	place: "service",
	template: resources_default,
	build(verdict, context) {
		const comparisons = seriesOfGroup(verdict, "resources");
		if (comparisons.length === 0) return void 0;
		const growth = verdict.services.map(growthText).find((text) => text !== null);
		const sizing = rightSizing(verdict.services.flatMap(({ candidateRuns }) => candidateRuns));
		return {
			rows: comparisons.map((one) => {
				const row = judgedRow(one, verdict);
				return {
					...row,
					budget: one.budget ?? row.limit
				};
			}),
			candidateTitle: candidateTitle(context),
			...growth === void 0 ? {} : { growth: written(growth, MARKDOWN) },
			sizing: sizing?.kind === "advice" ? written(sizingText(sizing), MARKDOWN) : void 0
		};
	}
};
// src/report/sections/summary.ts
/** One or two sentences about a service: how its gated numbers moved, and how many findings there are. */
const summary = {
	id: "summary",
	place: "service",
	template: import_runtime.default.template({
		"compiler": [8, ">= 4.3.0"],
		"main": function(container, depth0, helpers, partials, data) {
			var stack1, helper;
			return "#### Summary\n\n" + ((stack1 = (helper = (container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			})(helpers, "text") || container.strict(depth0, "text", {
				"start": {
					"line": 3,
					"column": 2
				},
				"end": {
					"line": 3,
					"column": 6
				}
			}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
				"name": "text",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 3,
						"column": 0
					},
					"end": {
						"line": 3,
						"column": 8
					}
				}
			}) : helper)) != null ? stack1 : "") + "\n";
		},
		"useData": true
	}),
	build(verdict) {
		return { text: [...verdict.services.flatMap(({ comparisons }) => comparisons.filter(({ role }) => role === "primary")).map(sentenceOf), findingsText(verdict)].filter((sentence) => sentence !== "").join(" ") };
	}
};
function sentenceOf(comparison) {
	const name = written(capitalized(statistic(comparison)), MARKDOWN);
	const { estimate, verdict, reason, limitRatio, baseline, candidate, unit } = comparison;
	if (estimate === null && isJudged$1(comparison) && baseline !== null && candidate !== null) return `${name} is ${formatValue(candidate, unit)}, ${formatValue(baseline, unit)} in the baseline.`;
	if (estimate === null) return `${name}: ${withoutNumbers(verdict)}${reason === null ? "." : `: ${written(reason, MARKDOWN)}`}`;
	const change = changeInWords(comparison, estimate.changeRatio);
	const proof = verdict === "regressed" || verdict === "improved" || verdict === "slower" ? "This is proven" : "This is not proven";
	if (verdict === "unchanged" && limitRatio !== null) {
		const { worse } = directionWords(comparison);
		return `${name} is ${sizeInWords(comparison, estimate.changeRatio)}; more than ${formatLimit(limitRatio)} ${worse} can be excluded.`;
	}
	return `${name} is ${change}, ${formatInterval(estimate)}. ${proof}.`;
}
function withoutNumbers(verdict) {
	switch (verdict) {
		case "new": return "there is no baseline to compare with";
		case "missing": return "it is missing from these results";
		case "not-run": return "not measured, because the change touches none of its paths";
		case "not-comparable": return "not comparable with the baseline";
		case "inconclusive": return "a change over the limit cannot be excluded";
		default: return "the data cannot be used";
	}
}
/**
* Empty if nothing could be decided, because "no problem was found" would read as a verdict. A finding that waits for more runs does not
* block yet.
*/
function findingsText({ findings, outcome, services }) {
	const isUndecided = services.some(({ comparisons }) => comparisons.some(({ verdict }) => verdict === "invalid"));
	if (findings.length === 0 && isUndecided) return "";
	if (outcome === "pending") return `${count(findings.length, "finding")} will block unless it changes.`;
	const blocking = findings.filter(({ level }) => level === "fail").length;
	const warnings = findings.length - blocking;
	if (findings.length === 0) return "No problem was found.";
	return `${[blocking > 0 ? count(blocking, "finding blocks", "findings block") : "", warnings > 0 ? count(warnings, "warning") : ""].filter((part) => part !== "").join(", ")}.`;
}
// src/report/sections/throughput.ts
/** Requests per second, errors, and dropped load. */
const throughput = {
	id: "throughput",
	place: "service",
	page: "drawn",
	template: import_runtime.default.template({
		"0": function(container, depth0, helpers, partials, data) {
			var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			};
			return "| " + ((stack1 = (helper = lookupProperty(helpers, "metric") || alias1(depth0, "metric", {
				"start": {
					"line": 6,
					"column": 4
				},
				"end": {
					"line": 6,
					"column": 10
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "metric",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 2
					},
					"end": {
						"line": 6,
						"column": 12
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "baseline") || alias1(depth0, "baseline", {
				"start": {
					"line": 6,
					"column": 17
				},
				"end": {
					"line": 6,
					"column": 25
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "baseline",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 15
					},
					"end": {
						"line": 6,
						"column": 27
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "candidate") || alias1(depth0, "candidate", {
				"start": {
					"line": 6,
					"column": 32
				},
				"end": {
					"line": 6,
					"column": 41
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "candidate",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 30
					},
					"end": {
						"line": 6,
						"column": 43
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "change") || alias1(depth0, "change", {
				"start": {
					"line": 6,
					"column": 48
				},
				"end": {
					"line": 6,
					"column": 54
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "change",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 46
					},
					"end": {
						"line": 6,
						"column": 56
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "limit") || alias1(depth0, "limit", {
				"start": {
					"line": 6,
					"column": 61
				},
				"end": {
					"line": 6,
					"column": 66
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "limit",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 59
					},
					"end": {
						"line": 6,
						"column": 68
					}
				}
			}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "verdict") || alias1(depth0, "verdict", {
				"start": {
					"line": 6,
					"column": 73
				},
				"end": {
					"line": 6,
					"column": 80
				}
			}), typeof helper === alias3 ? helper.call(alias2, {
				"name": "verdict",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 6,
						"column": 71
					},
					"end": {
						"line": 6,
						"column": 82
					}
				}
			}) : helper)) != null ? stack1 : "") + " |\n";
		},
		"compiler": [8, ">= 4.3.0"],
		"main": function(container, depth0, helpers, partials, data) {
			var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
				if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
			};
			return "#### Throughput and errors\n\n| Metric | Baseline | " + ((stack1 = (helper = lookupProperty(helpers, "candidateTitle") || container.strict(depth0, "candidateTitle", {
				"start": {
					"line": 3,
					"column": 24
				},
				"end": {
					"line": 3,
					"column": 38
				}
			}), typeof helper === "function" ? helper.call(alias1, {
				"name": "candidateTitle",
				"hash": {},
				"data": data,
				"loc": {
					"start": {
						"line": 3,
						"column": 22
					},
					"end": {
						"line": 3,
						"column": 40
					}
				}
			}) : helper)) != null ? stack1 : "") + " | Change | Limit | Verdict |\n|---|---:|---:|---:|---:|---|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "rows"), {
				"name": "each",
				"hash": {},
				"fn": container.program(0, data, 0),
				"inverse": container.noop,
				"data": data,
				"loc": {
					"start": {
						"line": 5,
						"column": 0
					},
					"end": {
						"line": 7,
						"column": 9
					}
				}
			})) != null ? stack1 : "");
		},
		"useData": true
	}),
	build(verdict, context) {
		const comparisons = seriesOfGroup(verdict, "throughput");
		if (comparisons.length === 0) return void 0;
		return {
			rows: comparisons.map((one) => judgedRow(one, verdict)),
			candidateTitle: candidateTitle(context)
		};
	}
};
// templates/traces.hbs
var traces_default = import_runtime.default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return ((stack1 = (helper = lookupProperty(helpers, "statement") || container.strict(depth0, "statement", {
			"start": {
				"line": 4,
				"column": 3
			},
			"end": {
				"line": 4,
				"column": 12
			}
		}), typeof helper === "function" ? helper.call(alias1, {
			"name": "statement",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 4,
					"column": 0
				},
				"end": {
					"line": 4,
					"column": 15
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n\n| Operation | Spans | Self time per trace | Change | p50 | p95 | Failed |\n|---|---:|---:|---:|---:|---:|---:|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "rows"), {
			"name": "each",
			"hash": {},
			"fn": container.program(1, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 8,
					"column": 0
				},
				"end": {
					"line": 10,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "\n" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "leftOut"), {
			"name": "if",
			"hash": {},
			"fn": container.program(2, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 12,
					"column": 0
				},
				"end": {
					"line": 15,
					"column": 7
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "notes"), {
			"name": "each",
			"hash": {},
			"fn": container.program(3, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 16,
					"column": 0
				},
				"end": {
					"line": 18,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "operation") || alias1(depth0, "operation", {
			"start": {
				"line": 9,
				"column": 5
			},
			"end": {
				"line": 9,
				"column": 14
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "operation",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 2
				},
				"end": {
					"line": 9,
					"column": 17
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "spans") || alias1(depth0, "spans", {
			"start": {
				"line": 9,
				"column": 22
			},
			"end": {
				"line": 9,
				"column": 27
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "spans",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 20
				},
				"end": {
					"line": 9,
					"column": 29
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "self") || alias1(depth0, "self", {
			"start": {
				"line": 9,
				"column": 34
			},
			"end": {
				"line": 9,
				"column": 38
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "self",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 32
				},
				"end": {
					"line": 9,
					"column": 40
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "change") || alias1(depth0, "change", {
			"start": {
				"line": 9,
				"column": 45
			},
			"end": {
				"line": 9,
				"column": 51
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "change",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 43
				},
				"end": {
					"line": 9,
					"column": 53
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "p50") || alias1(depth0, "p50", {
			"start": {
				"line": 9,
				"column": 58
			},
			"end": {
				"line": 9,
				"column": 61
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "p50",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 56
				},
				"end": {
					"line": 9,
					"column": 63
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "p95") || alias1(depth0, "p95", {
			"start": {
				"line": 9,
				"column": 68
			},
			"end": {
				"line": 9,
				"column": 71
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "p95",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 66
				},
				"end": {
					"line": 9,
					"column": 73
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "failed") || alias1(depth0, "failed", {
			"start": {
				"line": 9,
				"column": 78
			},
			"end": {
				"line": 9,
				"column": 84
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "failed",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 76
				},
				"end": {
					"line": 9,
					"column": 86
				}
			}
		}) : helper)) != null ? stack1 : "") + " |\n";
	},
	"2": function(container, depth0, helpers, partials, data) {
		var stack1, helper;
		return ((stack1 = (helper = (container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		})(helpers, "leftOut") || container.strict(depth0, "leftOut", {
			"start": {
				"line": 13,
				"column": 2
			},
			"end": {
				"line": 13,
				"column": 9
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "leftOut",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 13,
					"column": 0
				},
				"end": {
					"line": 13,
					"column": 11
				}
			}
		}) : helper)) != null ? stack1 : "") + "\n\n";
	},
	"3": function(container, depth0, helpers, partials, data) {
		var stack1;
		return "- " + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "#### Traces: where the requests spent their time\n\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "comparisons"), {
			"name": "each",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 3,
					"column": 0
				},
				"end": {
					"line": 20,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "refusals"), {
			"name": "each",
			"hash": {},
			"fn": container.program(3, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 21,
					"column": 0
				},
				"end": {
					"line": 23,
					"column": 9
				}
			}
		})) != null ? stack1 : "");
	},
	"useData": true
});
// src/report/refusal-lines.ts
/** Few lines are enough, because usually all runs have the same mistake. */
const MAX_REFUSALS = 5;
/** Files beside the runs that were not read, one per line. */
function refusalLines(refusals) {
	return [...refusals.slice(0, MAX_REFUSALS).map(({ path, problem }) => `${code$1(path)} was not read. ${written(problem, MARKDOWN)}`), ...refusals.length > MAX_REFUSALS ? [`${refusals.length - MAX_REFUSALS} more were not read.`] : []];
}
// src/report/trace-words.ts
/** If the shares of traced requests differ by more than this factor, the two sides were sampled in different ways. */
const LEAST_UNEVEN = 1.5;
/** Below this share of the requests, the traces are a sample. Not 1, because setup and probes add requests that the test does not count. */
const LEAST_WHOLE = .95;
/** If failed requests are more than this many times as frequent in the traces as in the test, the sampler prefers failed requests. */
const LEAST_PREFERRED = 2;
/** Which requests were traced, and the limits of the traces. In full sentences, because readers may take a sample for the whole service. */
function samplingSentences(comparison) {
	const sides = [["baseline", comparison.baseline], ["candidate", comparison.candidate]];
	const there = sides.filter(([, { runs }]) => runs > 0);
	const [absent] = sides.filter(([, { runs }]) => runs === 0);
	return [
		`${comparison.tool}: ${listed(there.map(([name, side]) => tracesOf(name, side)))}.`,
		...absent === void 0 ? [] : [`The ${absent[0]} has no traces of this kind, so there is nothing to compare with.`],
		...there.some(([, { requests }]) => requests === null) ? ["How many requests there were is not known, so it cannot be said which part of them was traced."] : [],
		...samplerSentence(there.map(([, side]) => side)),
		...unevenSentence(comparison),
		...there.flatMap(([name, side]) => preferenceSentence(name, side)),
		"For information: nothing here was tested, and nothing blocks."
	];
}
function tracesOf(name, side) {
	const ratio = tracedRatio(side);
	const traces = `${count(side.traces, "trace")} of the ${name}`;
	if (ratio === null) return traces;
	return ratio > 1 ? `${traces} (for ${count(side.requests ?? 0, "request")})` : `${traces} (${formatSize(ratio)} of its requests)`;
}
/** null: not known. */
function tracedRatio({ traces, requests }) {
	return requests === null ? null : traces / requests;
}
function samplerSentence(sides) {
	const ratios = [...new Set(sides.flatMap(({ samplingRatios }) => samplingRatios))].sort((left, right) => left - right);
	const [first, last] = [ratios[0], ratios.at(-1)];
	if (first === void 0 || last === void 0) return [];
	return [`The tracers say that they keep ${first === last ? formatSize(first) : `${formatSize(first)} to ${formatSize(last)}`}.`];
}
function unevenSentence({ baseline, candidate }) {
	const [before, after] = [tracedRatio(baseline), tracedRatio(candidate)];
	if (before === null || after === null || before === 0 || after === 0) return [];
	return Math.max(before / after, after / before) <= LEAST_UNEVEN ? [] : ["The sides keep different shares of their requests, so that a difference may be one of the sampling."];
}
function preferenceSentence(name, side) {
	const { traces, tracedErrorRatio, errorRatio } = side;
	const ratio = tracedRatio(side);
	return errorRatio !== null && tracedErrorRatio * traces >= 5 && tracedErrorRatio > LEAST_PREFERRED * errorRatio && (ratio ?? 1) < LEAST_WHOLE ? [`${formatSize(tracedErrorRatio)} of the traces of the ${name} failed, and ${formatSize(errorRatio)} of its requests: the sampling prefers failed requests, and perhaps slow ones, so p95 and failures are those of the sample.`] : [];
}
/** @param nameOf prints a name from outside */
function operationRows({ baseline, candidate, operations }, nameOf) {
	const isOneSide = baseline.runs === 0 || candidate.runs === 0;
	return operations.map((one) => {
		const both = (write) => arrow(one, write);
		return {
			operation: `${nameOf(one.service)} ${one.kind} ${nameOf(one.operation)}`,
			spans: both(({ spans }) => formatValue(spans, "none")),
			self: both(({ selfMsPerTrace }) => ms(selfMsPerTrace)),
			change: isOneSide ? "" : changeOf(one),
			p50: both(({ p50Ms }) => ms(p50Ms)),
			p95: both(({ p95Ms }) => ms(p95Ms)),
			failed: both(({ errorRatio }) => formatSize(errorRatio))
		};
	});
}
function changeOf({ baseline, candidate, changeRatio }) {
	if (baseline === null) return "new";
	if (candidate === null) return "gone";
	return changeRatio === null ? "" : formatRatio(changeRatio);
}
function arrow({ baseline, candidate }, write) {
	return [baseline, candidate].flatMap((times) => times === null ? [] : [write(times)]).join(" → ");
}
function ms(durationMs) {
	return formatValue(durationMs, "ms", 3);
}
// src/report/sections/traces.ts
/** The largest number of operations in the table. The JSON report has more. */
const MAX_ROWS = 10;
/** The operations in which the requests spent their time, if there are traces beside the runs. */
const traces = {
	id: "traces",
	place: "service",
	template: traces_default,
	build({ services: [evidence] }, context) {
		return evidence?.traces === void 0 ? void 0 : tracesData(evidence.traces, context);
	}
};
function tracesData({ comparisons, refusals }, { maxRows }) {
	return {
		comparisons: comparisons.map((comparison) => {
			const all = operationRows(comparison, code$1);
			const rows = all.slice(0, Math.min(MAX_ROWS, maxRows));
			const leftOut = all.length - rows.length + comparison.operationsLeftOut;
			return {
				statement: samplingSentences(comparison).join(" "),
				rows,
				leftOut: leftOut === 0 ? "" : `${count(leftOut, "more operation")} changed less.`,
				notes: comparison.notes.map((note) => written(note, MARKDOWN))
			};
		}),
		refusals: refusalLines(refusals)
	};
}
// templates/where-the-time-goes.hbs
var where_the_time_goes_default = import_runtime.default.template({
	"0": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "**" + ((stack1 = (helper = lookupProperty(helpers, "statement") || alias1(depth0, "statement", {
			"start": {
				"line": 4,
				"column": 5
			},
			"end": {
				"line": 4,
				"column": 14
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "statement",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 4,
					"column": 2
				},
				"end": {
					"line": 4,
					"column": 17
				}
			}
		}) : helper)) != null ? stack1 : "") + "**\n\n| | |\n|---|---|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "facts"), {
			"name": "each",
			"hash": {},
			"fn": container.program(1, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 8,
					"column": 0
				},
				"end": {
					"line": 10,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "\n| Function | Baseline | " + ((stack1 = (helper = lookupProperty(helpers, "candidateTitle") || alias1(depth0, "candidateTitle", {
			"start": {
				"line": 12,
				"column": 26
			},
			"end": {
				"line": 12,
				"column": 40
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "candidateTitle",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 12,
					"column": 24
				},
				"end": {
					"line": 12,
					"column": 42
				}
			}
		}) : helper)) != null ? stack1 : "") + " |" + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "weightsTitle"), {
			"name": "if",
			"hash": {},
			"fn": container.program(2, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 12,
					"column": 44
				},
				"end": {
					"line": 12,
					"column": 90
				}
			}
		})) != null ? stack1 : "") + " Change | Verdict |\n|---|---:|---:|" + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "weightsTitle"), {
			"name": "if",
			"hash": {},
			"fn": container.program(3, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 13,
					"column": 15
				},
				"end": {
					"line": 13,
					"column": 47
				}
			}
		})) != null ? stack1 : "") + "---:|---|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "rows"), {
			"name": "each",
			"hash": {},
			"fn": container.program(4, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 14,
					"column": 0
				},
				"end": {
					"line": 16,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "\n" + ((stack1 = lookupProperty(helpers, "each").call(alias2, lookupProperty(depth0, "notes"), {
			"name": "each",
			"hash": {},
			"fn": container.program(6, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 18,
					"column": 0
				},
				"end": {
					"line": 20,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + "\n";
	},
	"1": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "name") || alias1(depth0, "name", {
			"start": {
				"line": 9,
				"column": 5
			},
			"end": {
				"line": 9,
				"column": 9
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 2
				},
				"end": {
					"line": 9,
					"column": 12
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "text") || alias1(depth0, "text", {
			"start": {
				"line": 9,
				"column": 18
			},
			"end": {
				"line": 9,
				"column": 22
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "text",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 9,
					"column": 15
				},
				"end": {
					"line": 9,
					"column": 25
				}
			}
		}) : helper)) != null ? stack1 : "") + " |\n";
	},
	"2": function(container, depth0, helpers, partials, data) {
		var stack1, helper;
		return " " + ((stack1 = (helper = (container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		})(helpers, "weightsTitle") || container.strict(depth0, "weightsTitle", {
			"start": {
				"line": 12,
				"column": 67
			},
			"end": {
				"line": 12,
				"column": 79
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "weightsTitle",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 12,
					"column": 65
				},
				"end": {
					"line": 12,
					"column": 81
				}
			}
		}) : helper)) != null ? stack1 : "") + " |";
	},
	"3": function(container, depth0, helpers, partials, data) {
		return "---:|";
	},
	"4": function(container, depth0, helpers, partials, data) {
		var stack1, helper, alias1 = container.strict, alias2 = depth0 != null ? depth0 : container.nullContext || {}, alias3 = "function", lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "| " + ((stack1 = (helper = lookupProperty(helpers, "name") || alias1(depth0, "name", {
			"start": {
				"line": 15,
				"column": 5
			},
			"end": {
				"line": 15,
				"column": 9
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "name",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 15,
					"column": 2
				},
				"end": {
					"line": 15,
					"column": 12
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "baseline") || alias1(depth0, "baseline", {
			"start": {
				"line": 15,
				"column": 17
			},
			"end": {
				"line": 15,
				"column": 25
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "baseline",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 15,
					"column": 15
				},
				"end": {
					"line": 15,
					"column": 27
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "candidate") || alias1(depth0, "candidate", {
			"start": {
				"line": 15,
				"column": 32
			},
			"end": {
				"line": 15,
				"column": 41
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "candidate",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 15,
					"column": 30
				},
				"end": {
					"line": 15,
					"column": 43
				}
			}
		}) : helper)) != null ? stack1 : "") + " |" + ((stack1 = lookupProperty(helpers, "if").call(alias2, lookupProperty(depth0, "hasWeights"), {
			"name": "if",
			"hash": {},
			"fn": container.program(5, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 15,
					"column": 45
				},
				"end": {
					"line": 15,
					"column": 84
				}
			}
		})) != null ? stack1 : "") + " " + ((stack1 = (helper = lookupProperty(helpers, "change") || alias1(depth0, "change", {
			"start": {
				"line": 15,
				"column": 87
			},
			"end": {
				"line": 15,
				"column": 93
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "change",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 15,
					"column": 85
				},
				"end": {
					"line": 15,
					"column": 95
				}
			}
		}) : helper)) != null ? stack1 : "") + " | " + ((stack1 = (helper = lookupProperty(helpers, "verdict") || alias1(depth0, "verdict", {
			"start": {
				"line": 15,
				"column": 100
			},
			"end": {
				"line": 15,
				"column": 107
			}
		}), typeof helper === alias3 ? helper.call(alias2, {
			"name": "verdict",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 15,
					"column": 98
				},
				"end": {
					"line": 15,
					"column": 109
				}
			}
		}) : helper)) != null ? stack1 : "") + " |\n";
	},
	"5": function(container, depth0, helpers, partials, data) {
		var stack1, helper;
		return " " + ((stack1 = (helper = (container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		})(helpers, "weights") || container.strict(depth0, "weights", {
			"start": {
				"line": 15,
				"column": 66
			},
			"end": {
				"line": 15,
				"column": 73
			}
		}), typeof helper === "function" ? helper.call(depth0 != null ? depth0 : container.nullContext || {}, {
			"name": "weights",
			"hash": {},
			"data": data,
			"loc": {
				"start": {
					"line": 15,
					"column": 64
				},
				"end": {
					"line": 15,
					"column": 75
				}
			}
		}) : helper)) != null ? stack1 : "") + " |";
	},
	"6": function(container, depth0, helpers, partials, data) {
		var stack1;
		return "- " + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "\n";
	},
	"compiler": [8, ">= 4.3.0"],
	"main": function(container, depth0, helpers, partials, data) {
		var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
			if (Object.prototype.hasOwnProperty.call(parent, propertyName)) return parent[propertyName];
		};
		return "#### Where the time goes\n\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "comparisons"), {
			"name": "each",
			"hash": {},
			"fn": container.program(0, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 3,
					"column": 0
				},
				"end": {
					"line": 22,
					"column": 9
				}
			}
		})) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "refusals"), {
			"name": "each",
			"hash": {},
			"fn": container.program(6, data, 0),
			"inverse": container.noop,
			"data": data,
			"loc": {
				"start": {
					"line": 23,
					"column": 0
				},
				"end": {
					"line": 25,
					"column": 9
				}
			}
		})) != null ? stack1 : "");
	},
	"useData": true
});
// src/report/profiles-markdown.ts
/** The template data for the profiles of one service. Names of functions come from outside, so they are printed as code. */
function profilesData({ comparisons, refusals }, { candidateTitle, flameGraph, maxRows }) {
	return {
		comparisons: comparisons.map((comparison) => ({
			statement: written(profileStatement(comparison), MARKDOWN),
			facts: [
				...profileFacts(comparison).map(({ name, text }) => ({
					name,
					text: written(text, MARKDOWN)
				})),
				{
					name: "Flame graph",
					text: flameGraph
				},
				{
					name: "Root cause, recommendation",
					text: "for a person to write"
				}
			],
			candidateTitle,
			weightsTitle: weightsTitle(comparison),
			rows: functionRows(comparison).slice(0, maxRows).map((row) => ({
				...row,
				name: code$1(row.name),
				hasWeights: weightsTitle(comparison) !== null
			})),
			notes: comparison.notes.map((note) => written(note, MARKDOWN))
		})),
		refusals: refusalLines(refusals)
	};
}
/** The report of `perf-gate profiles` as Markdown. */
function profilesMarkdown(profiles, flameGraph) {
	const page = where_the_time_goes_default(profilesData(profiles, {
		candidateTitle: "Candidate",
		maxRows: Number.POSITIVE_INFINITY,
		flameGraph: flameGraph === null ? "not drawn: `--flamegraph FILE`" : code$1(flameGraph)
	})).replace(/^####/, "##").replaceAll(/\n{3,}/g, "\n\n").trim();
	return withPlainPipes(`${page}\n`);
}
// src/report/registry.ts
/** All sections of the report, in the order in which they are printed. */
const SECTIONS = [
	findings,
	changedFunctions,
	firstBaseline,
	override,
	debt,
	summary,
	configuration,
	latency,
	throughput,
	resources,
	otherSeries,
	{
		id: "where-the-time-goes",
		place: "service",
		template: where_the_time_goes_default,
		build({ services: [evidence] }, context) {
			if (evidence?.profiles === void 0) return void 0;
			return profilesData(evidence.profiles, {
				candidateTitle: candidateTitle(context),
				flameGraph: context.plots,
				maxRows: context.maxRows
			});
		}
	},
	traces,
	analysis,
	recommendations,
	conclusion,
	howToRead
];
// src/report/template-error.ts
/** A team's own template cannot be used, so the standard report is written instead. The message names the file and the line. */
var TemplateError = class extends Error {
	name = "TemplateError";
};
// src/report/template-set.ts
/** The report without templates of a team. */
const STANDARD_TEMPLATES = {
	sections: SECTIONS,
	problems: []
};
/** The standard report, with the reason why a team's own templates were not used. */
function standardTemplatesBecause(problems) {
	return {
		sections: SECTIONS,
		problems
	};
}
/** The report with the team's own templates. If they fail or write too much: the standard report, with the reason. */
function withFallBack(templates, fits, render) {
	if (templates === STANDARD_TEMPLATES) return render(templates);
	try {
		const text = render(templates);
		if (fits(text)) return text;
		return render(standardTemplatesBecause(["The templates write more than fits on this page."]));
	} catch (error) {
		if (!(error instanceof TemplateError)) throw error;
		return render(standardTemplatesBecause([error.message]));
	}
}
/** The Markdown of each section of this place that has content. `isWanted`: selects the sections. */
function writtenSections({ sections }, place, verdict, context, isWanted = () => true) {
	return sections.filter((section) => section.place === place && isWanted(section)).flatMap((section) => {
		const data = section.build(verdict, context);
		return data === void 0 ? [] : [section.template(data)];
	});
}
// src/report/render-report.ts
/**
* GitHub refuses a comment of more than 65,536 characters (422, "Body is too long"). The limit here is lower, in case GitHub counts
* another unit.
*/
const MAX_COMMENT_UNITS = 6e4;
/**
* GitHub drops a job summary of more than 1 MiB.
* https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
*/
const MAX_MARKDOWN_BYTES = 921600;
/** Row limits for long tables, largest first. The first limit that fits is used, so rows are left out before whole services are. */
const COMMENT_ROWS = [
	30,
	10,
	0
];
const MARKDOWN_ROWS = [
	Number.POSITIVE_INFINITY,
	200,
	50,
	10,
	0
];
const MAX_NAMES = 5;
/** The report on a verdict: the comment, the full Markdown, the commit status and a title. Pure: the same verdict gives the same text. */
function renderReport(verdict, context, templates = STANDARD_TEMPLATES) {
	const longest = (rows, fits, render) => withFallBack(templates, fits, (own) => {
		const page = {
			...context,
			plots: "in the HTML report",
			templates: own
		};
		return fitting(rows, fits, (maxRows, services) => render(verdict, {
			...page,
			maxRows
		}, services), verdict);
	});
	return {
		get comment() {
			return longest(COMMENT_ROWS, (text) => text.length <= MAX_COMMENT_UNITS, comment);
		},
		get markdown() {
			const fits = (text) => new TextEncoder().encode(text).length <= MAX_MARKDOWN_BYTES;
			return longest(MARKDOWN_ROWS, fits, fullReport);
		},
		get statusDescription() {
			return statusDescription(verdict, context);
		},
		get title() {
			return plain(headline(verdict, context, PLAIN$1).statement);
		}
	};
}
/** The longest version that fits: first with fewer rows in the long tables, then with details of fewer services. The worst services stay. */
function fitting(rows, fits, render, { services }) {
	for (const maxRows of rows) {
		const text = render(maxRows, services.length);
		if (fits(text)) return text;
	}
	const fewest = rows.at(-1) ?? 0;
	let [fitting, tooMany] = [0, services.length];
	while (tooMany - fitting > 1) {
		const middle = Math.floor((fitting + tooMany) / 2);
		if (fits(render(fewest, middle))) fitting = middle;
		else tooMany = middle;
	}
	return render(fewest, fitting);
}
function comment(verdict, context, maxServices) {
	const services = servicesWorstFirst(verdict);
	const shown = services.slice(0, maxServices);
	const withFindings = shown.filter(({ service }) => verdict.findings.some((finding) => finding.service === service));
	const withoutFindings = shown.filter((service) => !withFindings.includes(service));
	const { gateName, headSha, runId } = context;
	return page([
		markerLine({
			name: gateName,
			sha: headSha,
			run: runId === null ? null : `${runId}`
		}),
		...opening(verdict, context),
		...writtenSections(context.templates, "top", verdict, context),
		...withFindings.map((service) => serviceFold(service, verdict, context)),
		...foldsWithoutFindings(withoutFindings, verdict, context),
		droppedText(services.slice(maxServices), context),
		...writtenSections(context.templates, "foot", verdict, context),
		footer(context)
	]);
}
/** More than three services without findings share one fold, because a long row of closed folds would hide the services with findings. */
function foldsWithoutFindings(withoutFindings, verdict, context) {
	const folds = withoutFindings.map((service) => serviceFold(service, verdict, context));
	if (withoutFindings.length <= 3) return folds;
	return [
		`<details><summary>${count(withoutFindings.length, "service")} without findings</summary>`,
		...folds,
		"</details>"
	];
}
function serviceFold(evidence, verdict, context) {
	const own = verdictOfService(verdict, evidence);
	return blocks([
		`<details><summary>Details of ${htmlCode(evidence.service)}</summary>`,
		...writtenSections(context.templates, "service", own, context),
		"</details>"
	]);
}
function fullReport(verdict, context, maxServices) {
	const services = servicesWorstFirst(verdict);
	return page([
		`# Performance report: ${context.gateName === "perf-gate" ? "perf-gate" : code$1(context.gateName)}`,
		...opening(verdict, context),
		...writtenSections(context.templates, "top", verdict, context),
		...services.slice(0, maxServices).flatMap((evidence) => [`## Service ${code$1(evidence.service)}`, ...writtenSections(context.templates, "service", verdictOfService(verdict, evidence), context).map((text) => text.replace(/^####/, "###"))]),
		droppedText(services.slice(maxServices), context),
		...writtenSections(context.templates, "end", verdict, context),
		...writtenSections(context.templates, "foot", verdict, context),
		footer(context)
	]);
}
const NOT_ENFORCED = "The policy says `enforce: false`: the gate is tried out. It says what it would do, and blocks nothing, so its green check is no passed gate.";
/** Line 1 and line 2, which no template can change, and the problems of the templates. */
function opening(verdict, context) {
	const problems = context.templates.problems.map(prose).join(" ");
	return [
		headlineText(headline(verdict, context, MARKDOWN), MARKDOWN),
		secondLine(verdict, context, MARKDOWN),
		verdict.enforced === false ? NOT_ENFORCED : "",
		problems === "" ? "" : `⚠️ This is the standard report, because a template of this repository cannot be used: ${problems}`
	];
}
/** Names the services that a size limit left out, and where their details are. */
function droppedText(dropped, { generatedFor }) {
	if (dropped.length === 0) return "";
	const names = firstOf(dropped.map(({ service }) => code$1(service)), MAX_NAMES);
	const where = generatedFor === "command-line" ? "the JSON report has them" : "the job summary or the JSON report has them";
	return `Left out, because this page has a size limit: the details of ${count(dropped.length, "service")} (${listed(names)}); ${where}.`;
}
function footer({ gateName, headSha, runUrl, policySource, policyCommit }) {
	return `<sub>${[
		gateName === "perf-gate" ? "perf-gate" : `perf-gate ${code$1(gateName)}`,
		headSha === null ? "" : `judged ${code$1(headSha.slice(0, 7))}`,
		policySource === null ? `${noPolicy(policyCommit)}: defaults` : `policy ${code$1(policySource)}`,
		link("full report", runUrl) ?? ""
	].filter((part) => part !== "").join(" · ")}</sub>`;
}
function page(parts) {
	return withPlainPipes(blocks(parts));
}
function blocks(parts) {
	return `${parts.map((part) => part.trim()).filter((part) => part !== "").join("\n\n")}\n`;
}
function noPolicy(commitLookedAt) {
	return `no policy file${commitLookedAt === void 0 ? "" : ` at ${code$1(commitLookedAt.slice(0, 7))}`}`;
}
// src/results/beside-run.ts
/**
* Finds the run in whose folder the file lies, and takes its service and side. If there is no such run, as when a folder of
* profiles is only inspected, the path says the service and the side.
*/
function runBeside({ path, artifact }, runs, { defaultService, defaultSide }) {
	const parts = readPath(path);
	const { folder } = parts;
	const run = `${artifact?.id ?? ""} ${folder}`;
	const own = runs.find(({ source }) => source.artifactId === (artifact?.id ?? null) && (source.path === folder || source.path.startsWith(`${folder}/`)));
	if (own !== void 0) return {
		service: own.service,
		side: own.side,
		run,
		...countedIn(own)
	};
	return {
		service: serviceOf(parts, artifact?.name ?? null) ?? defaultService,
		side: parts.side ?? defaultSide,
		run,
		requests: null,
		errorRatio: null
	};
}
function serviceOf({ outer, artifact }, artifactName) {
	const folder = outer.at(-1);
	return folder === void 0 ? readArtifactName(artifact ?? artifactName).service : splitLeg(folder).service;
}
function countedIn({ run }) {
	const errors = measuredAs(run.measurements, "error-share");
	return {
		requests: requestsOfRun(run),
		errorRatio: errors?.stats.get("rate") ?? null
	};
}
// src/results/collect-profiles.ts
/** No load test leaves more profiles, and 200 can be read in a minute. */
const MAX_PROFILES = 200;
/**
* Reads the files in `run-<n>/profile/`. A file that cannot be read is reported with the reason and blocks nothing: profiles
* explain a verdict, but do not change it.
*/
async function collectProfiles(files, runs, defaults) {
	const all = files.filter(({ path }) => readPath(path).role === "profile");
	if (all.length === 0) return [];
	const profiles = all.filter((file) => !isRunJson(file));
	const collected = [];
	const counted = /* @__PURE__ */ new Map();
	for (const file of all.filter(isRunJson)) {
		const read = await outcomeOf(() => requestsIn(file));
		if (read.kind === "read") counted.set(folderOf(file), read.value);
		else collected.push({
			...describe(file),
			...placeOf(file, runs, defaults),
			content: read
		});
	}
	const [{ readProfile }, { PROFILE_FORMATS }] = await Promise.all([import("./read-profile.js"), import("./registry5.js")]);
	for (const [index, file] of profiles.entries()) {
		const read = index >= MAX_PROFILES ? TOO_MANY : await outcomeOf(() => readProfile(file.open(), PROFILE_FORMATS));
		const place = placeOf(file, runs, defaults);
		const requests = place.requests ?? counted.get(folderOf(file)) ?? null;
		const content = read.kind === "read" ? {
			kind: "profile",
			profile: read.value
		} : read;
		collected.push({
			...describe(file),
			...place,
			requests,
			content
		});
	}
	return collected;
}
function placeOf(file, runs, defaults) {
	const { errorRatio: _, ...place } = runBeside(file, runs, defaults);
	return place;
}
function isRunJson({ path }) {
	return fileName(path) === "run.json";
}
function folderOf({ path, artifact }) {
	return `${artifact?.id ?? ""} ${path.slice(0, -fileName(path).length)}`;
}
/**
* A run that was made only to record a profile has no result. For these runs `measure` writes the number of requests into a
* run.json beside the profile. null: run.json does not say it.
*/
async function requestsIn(file) {
	const { parseRunJson } = await import("./run-json.js");
	return parseRunJson(await readSmallText(file)).requests ?? null;
}
const TOO_MANY = {
	kind: "unreadable",
	problem: text`Only the first ${MAX_PROFILES} profiles are read.`
};
function describe({ path }) {
	return {
		name: fileName(path),
		path: withoutSecrets(path)
	};
}
async function outcomeOf(read) {
	try {
		return {
			kind: "read",
			value: await read()
		};
	} catch (error) {
		if (error instanceof UserError) return {
			kind: "unreadable",
			problem: withValues(error.said, withoutSecrets)
		};
		throw error;
	}
}
// src/results/collect-traces.ts
/** No load test leaves more. The spans of all files are in memory at the same time, and each takes some hundred bytes. */
const MAX_FILES = 200;
const MAX_SPANS = 5e5;
/**
* Reads the files in `run-<n>/traces/`, and `traces.json` beside a result. A file that cannot be read is reported with the reason
* and blocks nothing: traces explain a verdict, but do not change it.
*/
async function collectTraces(files, runs, defaults) {
	const traces = files.filter(({ path }) => readPath(path).role === "traces");
	if (traces.length === 0) return [];
	const [{ readTraces }, { TRACE_FORMATS }] = await Promise.all([import("./read-traces.js"), import("./registry6.js")]);
	const collected = [];
	let spans = 0;
	for (const [index, file] of traces.entries()) {
		const content = await contentOf(index, spans, () => readTraces(file.open(), TRACE_FORMATS));
		if (content.kind === "traces") spans += content.file.spans.length;
		collected.push({
			...runBeside(file, runs, defaults),
			path: withoutSecrets(file.path),
			content
		});
	}
	return collected;
}
async function contentOf(index, spans, read) {
	if (index >= MAX_FILES || spans >= MAX_SPANS) return {
		kind: "unreadable",
		problem: text`Only ${MAX_FILES} files and ${MAX_SPANS} spans are read. Keep the traces of fewer requests: one in ten is enough.`
	};
	try {
		return {
			kind: "traces",
			file: await read()
		};
	} catch (error) {
		if (error instanceof UserError) return {
			kind: "unreadable",
			problem: withValues(error.said, withoutSecrets)
		};
		throw error;
	}
}
// src/results/left-over.ts
/** Two measurements with fewer samples may have equal numbers by chance. */
const MIN_SAMPLES = 5;
/**
* Some tools leave the results of earlier runs in place, without a date. After a filter, or after a benchmark was removed, the
* numbers of the last run then look like numbers of this run. Two runs never have the same samples to the last digit. So if a
* measurement occurs again, only its first occurrence is usable.
*/
function withoutLeftOvers(runs, stored = []) {
	if (!runs.some(({ run }) => run.mayBeOld === true)) return runs;
	const storedWith = /* @__PURE__ */ new Map();
	for (const one of stored) for (const measurement of one.run.run.measurements) {
		const key = samplesKey(one.run.service, measurement);
		if (key !== null) storedWith.set(key, one);
	}
	const firstOf = /* @__PURE__ */ new Map();
	return runs.map((run) => {
		if (run.run.mayBeOld !== true) return run;
		const measurements = run.run.measurements.map((one) => {
			const key = samplesKey(run.service, one);
			if (key === null) return one;
			const recorded = storedWith.get(key);
			if (recorded !== void 0 && !isSameRun(run, recorded)) return unusable(one, text`the run that was recorded for ${name(recorded.commit.slice(0, 7))}`);
			const first = firstOf.get(key);
			if (first !== void 0) return unusable(one, text`run ${first.runNumber} of the ${first.side}`);
			firstOf.set(key, run);
			return one;
		});
		return {
			...run,
			run: {
				...run.run,
				measurements
			}
		};
	});
}
/** The same run may be judged again after it was recorded. */
function isSameRun({ source, testedCommit }, { run, commit }) {
	if (testedCommit !== null && (commit.startsWith(testedCommit) || testedCommit.startsWith(commit))) return true;
	return source.artifactId !== null && source.artifactId === run.source.artifactId && source.path === run.source.path;
}
function samplesKey(service, { metric, sampleCount, stats }) {
	const isVaried = stats.get("min") !== stats.get("max");
	if ((sampleCount ?? 0) < MIN_SAMPLES || !isVaried) return null;
	return JSON.stringify([
		service,
		metric,
		sampleCount,
		[...stats].sort(([left], [right]) => left < right ? -1 : 1)
	]);
}
function unusable(measurement, other) {
	const why = text`it has the same samples as ${other}, so it is left over from an earlier run. Delete the results of earlier runs before each run`;
	return {
		...measurement,
		stats: /* @__PURE__ */ new Map(),
		unusable: new Map([...measurement.stats.keys()].map((stat) => [stat, why]))
	};
}
// src/formats/slowed-summary.ts
/**
* Multiplies the values of some metrics in a summary of any of k6's three shapes. It changes the parsed document and
* not the text. The number of samples of a trend stays the same: in this copy a slower service answers the same number
* of requests.
*
* @returns the same bytes if they are not a summary
*/
function slowedSummary(bytes, factors) {
	const root = jsonValue(bytes);
	if (!isObject(root)) return bytes;
	for (const [key, metric] of metricsOf(root)) {
		const factor = factors.get(parseSubmetric(key).metric);
		if (factor !== void 0) multiply(isObject(metric.values) ? metric.values : metric, factor);
	}
	return new TextEncoder().encode(JSON.stringify(root));
}
/** The metrics of a summary: an object by name, or the list of the machine-readable summary. */
function metricsOf(root) {
	if (isObject(root.metrics)) return Object.entries(root.metrics).flatMap(([key, metric]) => isObject(metric) ? [[key, metric]] : []);
	const list = isObject(root.results) ? root.results.metrics : void 0;
	if (!Array.isArray(list)) return [];
	return list.flatMap((metric) => isObject(metric) && typeof metric.name === "string" ? [[metric.name, metric]] : []);
}
function multiply(values, factor) {
	const isShare = "passes" in values || "matches" in values;
	const isCounter = "rate" in values;
	for (const [name, value] of Object.entries(values)) {
		const stat = statName(name) ?? (name === "rate" || name === "value" ? name : null);
		if (typeof value === "number" && stat !== null && !(isShare || stat === "count" && !isCounter)) values[name] = value * factor;
	}
}
// src/results/planted-runs.ts
/**
* Plants a slowdown in the bytes of the candidate's summaries and collects them again. So the self-test covers the whole way from
* the file to the verdict. Raw points and digests are left out, because they are too large to be read twice.
*
* @returns the runs that were read again, and the original runs that they replace
*/
async function plantInFiles(sets, runs, slowdowns) {
	const summaries = new Set(sets.flatMap(({ options }) => options.formats).flatMap(({ id, content, tool }) => content === "summary" && tool === K6 ? [id] : []));
	const originals = runs.filter(({ side, service, run }) => side === "candidate" && slowdowns.has(service) && summaries.has(run.format));
	const sources = new Set(originals.map(({ source }) => sourceKey(source.artifactId, source.path)));
	return {
		planted: (originals.length === 0 ? [] : await Promise.all(sets.map((set) => collectPlanted(set, sources, slowdowns)))).flatMap((one) => one.runs),
		originals: new Set(originals)
	};
}
async function collectPlanted({ files, options }, sources, slowdowns) {
	const { groups } = await groupByRun(files, options.formats, layoutDefaults(options));
	return await readGroups({
		groups: groups.filter((group) => isOneOf(group, sources)).map((group) => plantedGroup(group, slowdowns)),
		misplaced: []
	}, options);
}
function isOneOf({ first, files }, sources) {
	if (first.placement.side !== "candidate") return false;
	const artifactId = first.file.artifact?.id ?? null;
	return [first.placement.runPath, ...files.map(({ file }) => file.path)].some((path) => sources.has(sourceKey(artifactId, path)));
}
function sourceKey(artifactId, path) {
	return JSON.stringify([artifactId, path]);
}
function plantedGroup(group, slowdowns) {
	return {
		...group,
		files: group.files.map((placed) => plantedFile(placed, slowdowns))
	};
}
function plantedFile(placed, slowdowns) {
	const factors = slowdowns.get(placed.placement.service);
	return factors !== void 0 && placed.claim.kind === "result" ? {
		...placed,
		file: slowedFile(placed.file, factors)
	} : placed;
}
/** The file with the values of some metrics multiplied. A file that is no summary is unchanged. */
function slowedFile(file, factors) {
	let slowed = null;
	return {
		...file,
		async *open() {
			slowed ??= joinChunks(file.open()).then((bytes) => slowedSummary(bytes, factors));
			yield await slowed;
		}
	};
}
// src/results/superseded.ts
/**
* Moves refused results that were measured again to `superseded`, where they do not block. They would block forever otherwise,
* because a rerun adds results and removes none. A result was measured again if a later upload of the same part has a usable run
* of the same service.
*/
function withoutSuperseded({ runs, refusals }) {
	const sorted = refusals.map((refusal) => ({
		refusal,
		again: runs.find((run) => measuredAgain(refusal, run))
	}));
	const superseded = sorted.flatMap(({ refusal, again }) => again === void 0 ? [] : [{
		...refusal,
		service: again.service
	}]);
	const left = sorted.flatMap(({ refusal, again }) => again === void 0 ? [refusal] : []);
	return superseded.length === 0 ? {
		runs,
		refusals
	} : {
		runs,
		refusals: left,
		superseded
	};
}
/** Later uploads have greater artifact ids. */
function measuredAgain({ artifact, service, side }, run) {
	const { part, artifactId } = run.source;
	if (artifact == null || artifactId === null) return false;
	const isSame = service === null || service === run.service && side === run.side;
	return part === artifact.part && artifactId > artifact.id && isSame;
}
// src/statistics/expected-rate.ts
/** With fewer degrees of freedom than this in all, the noise is too badly known to say how often it goes over the limit. */
const MIN_DEGREES_OF_FREEDOM = 8;
/** The last stage of a confirmation against a store, which adds candidate jobs only. */
const LAST_STORE_STAGE = 7;
/**
* How many unchanged pull requests this set-up blocks because some service is over the limit by chance, at the noise that was
* measured here.
*
* @returns null where the noise is assumed, or known from too few runs, or where only a proof blocks
*/
function expectedFalseAlarms({ evidence, blocksUnproven, maxRuns }) {
	const unitsOf = (service) => service.comparisons.flatMap((comparison) => unitOf(comparison, service) ?? []);
	const counted = evidence.filter(({ service }) => blocksUnproven(service)).map(unitsOf).filter(({ length }) => length > 0);
	const units = counted.flat();
	if (evidence.some(({ comparisons }) => comparisons.some(isAssumed)) || sum$1(units.map(({ degreesOfFreedom }) => degreesOfFreedom)) < MIN_DEGREES_OF_FREEDOM) return null;
	const known = shareNoise(units);
	const now = anyOverLimit(known);
	const confirmed = anyOverLimit(known.map((unit) => atLastStage(unit, maxRuns ?? DEFAULT_MAX_RUNS)));
	const numbers = {
		services: counted.length,
		series: units.length
	};
	return maxRuns === null ? {
		...numbers,
		ratio: now,
		confirmedRatio: Math.min(now, confirmed)
	} : {
		...numbers,
		ratio: confirmed,
		confirmedRatio: null
	};
}
/** What `perf-gate init` writes. */
const DEFAULT_MAX_RUNS = 10;
function isAssumed({ role, estimate }) {
	return role === "primary" && estimate?.noiseSource === "assumed";
}
function unitOf({ role, estimate, runs, limitRatio, better }, { design, history }) {
	if (role !== "primary" || estimate === null || limitRatio === null) return null;
	const own = design === "pairs" ? runs.candidate - 1 : runs.candidate + runs.baseline - 2;
	const stored = Math.min(10, Math.floor(Math.max((history?.jobs.length ?? 0) - runs.baseline, 0) / 2));
	return {
		design,
		variance: estimate.noiseRatio ** 2,
		degreesOfFreedom: Math.max(own + stored, 1),
		baseline: runs.baseline,
		candidate: runs.candidate,
		limitLog: limitLogOf(limitRatio, better)
	};
}
/**
* Shrinks the variance of each service towards that of all services. Services of one repository are about equally noisy, and the
* noise of each is badly known: with a few degrees of freedom each, the rates would otherwise be up to twice too high. Smyth 2004
* (https://doi.org/10.2202/1544-6115.1027, section 6.2), with digamma(x) ~ ln(x - 1/2) and trigamma(x) ~ 1 / (x - 1/2).
*/
function shareNoise(units) {
	if (units.length < 2) return units;
	const logs = units.map(({ variance, degreesOfFreedom: df }) => Math.log(variance) - Math.log1p(-1 / Math.max(df, 2)));
	const centre = mean(logs);
	const excess = sum$1(logs.map((log) => (log - centre) ** 2)) / (units.length - 1) - mean(units.map(({ degreesOfFreedom: df }) => 2 / Math.max(df - 1, 1)));
	const prior = excess <= 0 ? MANY : Math.min(2 / excess + 1, MANY);
	const common = Math.exp(centre) * (1 - 1 / prior);
	return units.map((unit) => {
		const degreesOfFreedom = prior + unit.degreesOfFreedom;
		const variance = (prior * common + unit.degreesOfFreedom * unit.variance) / degreesOfFreedom;
		return {
			...unit,
			variance,
			degreesOfFreedom
		};
	});
}
/** With this many degrees of freedom, Student's t is practically a normal distribution. */
const MANY = 1e6;
/** The chance that some service is over its limit although none changed. */
function anyOverLimit(units) {
	return 1 - units.reduce((none, unit) => none * (1 - overLimit(unit)), 1);
}
function overLimit({ design, variance, degreesOfFreedom, baseline, candidate, limitLog }) {
	const factor = design === "pairs" ? pairFactor(candidate) : baseline + candidate === 2 ? 1 : Math.PI / 3;
	return studentTUpperTail(limitLog / Math.sqrt(factor * variance * (1 / baseline + 1 / candidate)), degreesOfFreedom);
}
/** Variance of the estimate relative to that of a mean, for normal noise: below five pairs it is their median (its exact order statistics). */
function pairFactor(pairs) {
	if (pairs === 3) return 1.346;
	return pairs === 4 ? 1.193 : Math.PI / 3;
}
function atLastStage(unit, maxRuns) {
	const isStore = unit.design === "jobs" || unit.design === "single";
	const candidate = Math.max(unit.candidate, Math.min(maxRuns, isStore ? LAST_STORE_STAGE : maxRuns));
	return {
		...unit,
		candidate,
		baseline: isStore ? unit.baseline : Math.max(unit.baseline, candidate)
	};
}
// src/statistics/self-test.ts
/** Added to the limit, because a change of exactly the limit is allowed. A thousandth is more than the rounding of any file. */
const MARGIN = .001;
/**
* The factors that bring each gated metric of the candidate to the level of its baseline and then over the limit. For a metric
* that should be high the factor is below 1.
*/
function slowdownsFor(evidence, size) {
	return new Map(evidence.map(({ service, comparisons }) => [service, factorsOf(comparisons, size)]));
}
/** If two statistics of one metric are gated, the larger factor is used, because it brings both over the limit. */
function factorsOf(comparisons, size) {
	const factors = /* @__PURE__ */ new Map();
	for (const { role, metric, better, limitRatio, estimate } of comparisons) {
		if (role !== "primary" || limitRatio === null) continue;
		const change = plantedRatio(limitRatio, size);
		const level = 1 + (estimate?.changeRatio ?? 0);
		const known = factors.get(metric);
		if (better === "higher") factors.set(metric, Math.min(known ?? 1e400, Math.max(1 - change, MARGIN) / level));
		else factors.set(metric, Math.max(known ?? 0, (1 + change) / level));
	}
	return factors;
}
function plantedRatio(limitRatio, size) {
	return MARGIN + (size === "atTwice" ? 2 * limitRatio : limitRatio);
}
/**
* Judges the slowed copies, each service as if only this service had become slower: the gate must see such a change in spite of
* the correction for all services.
*
* @param planted for each size, the same runs as in `input` with every candidate made slower
*/
function judgePlanted(input, planted) {
	const primaries = withPrimariesOnly(input);
	const real = estimateServices(primaries);
	return new Map([...planted].map(([size, { runs, refusals }]) => {
		const collected = {
			runs: runs.map(withoutEndpoints),
			refusals
		};
		return [size, estimateServices({
			...primaries,
			collected
		}).flatMap((uncorrected) => judgedAlone(uncorrected, real))];
	}));
}
/** Endpoints are left out: they take most of the time of a comparison, and the self-test does not need them. */
function withPrimariesOnly(input) {
	const { collected, lookup } = input;
	const slim = [...lookup?.kind === "found" ? lookup.services : /* @__PURE__ */ new Map()].map(([service, stored]) => [service, stored.map((one) => ({
		...one,
		run: withoutEndpoints(one.run)
	}))]);
	return {
		...input,
		collected: {
			...collected,
			runs: collected.runs.map(withoutEndpoints)
		},
		lookup: lookup?.kind === "found" ? {
			...lookup,
			services: new Map(slim)
		} : lookup,
		drift: null,
		only: "primary"
	};
}
function withoutEndpoints(run) {
	return {
		...run,
		run: {
			...run.run,
			measurements: run.run.measurements.filter(({ endpoint }) => endpoint === null)
		}
	};
}
function judgedAlone(planted, real) {
	const verdicts = withVerdicts([planted, ...real.filter(({ evidence }) => evidence.service !== planted.evidence.service)].flatMap(({ comparisons }) => comparisons));
	return planted.comparisons.flatMap((uncorrected) => verdicts.get(uncorrected) ?? []);
}
/**
* How the gate reacted to the slowed copies.
*
* @param judged the result of `judgePlanted` for each size; the gate did not react to a size that is absent
* @returns one self-test per primary series that has a baseline and a candidate
*/
function selfTests(evidence, judged) {
	return evidence.flatMap(({ comparisons }) => comparisons.flatMap((real) => {
		const { service, metric, stat, role, limitRatio, baseline, candidate, estimate } = real;
		if (role !== "primary" || limitRatio === null || baseline === null || candidate === null) return [];
		if (estimate === null) return [];
		if (real.better === "neither") return [];
		const verdictAt = (size) => judged.get(size)?.find((one) => isSameSeries(one, real))?.verdict ?? "missing";
		const justOver = verdictAt("justOver");
		const atTwice = verdictAt("atTwice");
		return [{
			service,
			metric,
			stat,
			limitRatio,
			plantedRatio: {
				justOver: plantedRatio(limitRatio, "justOver"),
				atTwice: plantedRatio(limitRatio, "atTwice")
			},
			justOver,
			atTwice,
			fired: {
				justOver: isOver(justOver),
				atTwice: isOver(atTwice)
			},
			detectableRatio: estimate?.detectableRatio ?? null
		}];
	}));
}
function isOver(verdict) {
	return verdict === "regressed" || verdict === "unproven";
}
/** Multiplies every statistic of the gated metrics, and of their endpoints, in the candidate runs. */
function slowedRuns({ runs, refusals }, slowdowns) {
	return {
		runs: runs.map((run) => run.side === "candidate" ? slowed(run, slowdowns.get(run.service)) : run),
		refusals
	};
}
function slowed(run, factors) {
	if (factors === void 0) return run;
	const measurements = run.run.measurements.map((one) => scaled(one, factors.get(one.metric) ?? 1));
	return {
		...run,
		run: {
			...run.run,
			measurements
		}
	};
}
function scaled(measurement, factor) {
	if (factor === 1) return measurement;
	const isFixed = (stat) => stat === "count" && measurement.kind !== "counter";
	const stats = [...measurement.stats].map(([stat, value]) => [stat, isFixed(stat) ? value : value * factor]);
	const bounds = [...measurement.bounds ?? []].map(([stat, { lower, upper }]) => [stat, {
		lower: lower * factor,
		upper: upper * factor
	}]);
	return {
		...measurement,
		stats: new Map(stats),
		...bounds.length === 0 ? {} : { bounds: new Map(bounds) }
	};
}
// src/gate.ts
/**
* The whole product, top to bottom: each line takes the results of the lines above. All facts were read before, so the same facts give the
* same verdict. The verdict is made before it is published, so a failure to publish cannot change it.
*/
async function runGate({ policy: written, context, origin, templates }, facts) {
	const { sets, ancestry, changedFiles = null } = facts;
	const lookup = withoutRetired(facts.lookup, facts.collected, written);
	const collected = {
		...facts.collected,
		runs: withoutLeftOvers(facts.collected.runs, storedRuns(lookup))
	};
	const policy = withToolPrimaries(written, [...collected.runs, ...newestRuns(lookup, ancestry)]);
	const input = {
		collected,
		origin,
		lookup,
		ancestry,
		namedServices: policy.namedServices,
		policyFor: (service) => servicePolicy(policy, service),
		isUntouched: (service) => !isTouched(servicePolicy(policy, service), namesPaths(policy) ? changedFiles : null),
		limitFor,
		confirmation: policy.confirmation,
		drift: driftAnchor(policy, lookup, facts)
	};
	const evidence = withBudgetTexts(await withExplanations(withDebts(await withTestedAlarm(compareServices(input), input, sets, policy), lookup, ancestry), collected, policy), policy);
	const findings = checkRules(evidence, policy, RULES);
	const planned = policy.confirmation === null ? [] : rerunPlan(evidence, policy.confirmation);
	const override = planned.length > 0 || findings.some(({ level }) => level === "fail") ? overrideOf({
		findings,
		evidence
	}, policy, facts) : { kind: "none" };
	const absence = sets.map((set) => set.absence ?? null).find((reason) => reason !== null) ?? null;
	const decided = decide({
		evidence,
		findings,
		lookup,
		refusals: collected.refusals,
		absence,
		lostJobs: sets.flatMap((set) => set.lostJobs ?? []),
		policy,
		override,
		rerunPlan: planned
	});
	const expected = expectedFalseAlarms({
		evidence,
		blocksUnproven: (service) => levelOf(regression, "unproven", servicePolicy(policy, service)) === "fail",
		maxRuns: policy.confirmation?.maxRuns ?? null
	});
	const verdict = {
		...decided,
		pastAlarms: pastAlarms(evidence, policy),
		expectedFalseAlarms: expected
	};
	return {
		verdict,
		report: renderReport(verdict, context, templates),
		collected,
		lookup,
		ancestry
	};
}
/** Reads the results. A file that is not understood becomes a refusal. */
async function collect(sets, policy) {
	const all = await Promise.all(withFormats(sets, policy).map(collectSet));
	const [profiles, traces] = [all.flatMap((one) => one.profiles), all.flatMap((one) => one.traces)];
	return {
		...withoutSuperseded({
			runs: withoutLeftOvers(all.flatMap(({ runs }) => runs)),
			refusals: [...sets, ...all].flatMap(({ refusals }) => refusals)
		}),
		...profiles.length === 0 ? {} : { profiles },
		...traces.length === 0 ? {} : { traces }
	};
}
async function collectSet({ files, options }) {
	const collected = await collectRuns(files, options);
	return {
		...collected,
		profiles: await collectProfiles(files, collected.runs, options),
		traces: await collectTraces(files, collected.runs, options)
	};
}
/** Adds the explanations of profiles and traces beside the runs. The code that reads them is loaded only if there are any. */
async function withExplanations(evidence, { profiles = [], traces = [] }, policy) {
	let explained = evidence;
	if (profiles.length > 0) {
		const { explainServices } = await import("./explain-services.js");
		explained = explainServices(explained, profiles, (service) => servicePolicy(policy, service).ownCode);
	}
	if (traces.length > 0) {
		const { withTraces } = await import("./with-traces.js");
		explained = withTraces(explained, traces);
	}
	return explained;
}
/** Each set is read with the names of all services in the policy and in the files of the other sets. */
function withFormats(sets, policy) {
	const read = (service) => servicePolicy(policy, service).read;
	const named = sets.flatMap(({ files }) => servicesInNames(files.map(({ path }) => path)));
	return sets.map(({ files, options }) => {
		const services = /* @__PURE__ */ new Set([
			...policy.namedServices,
			...named,
			...options.services ?? []
		]);
		return {
			files,
			options: {
				...options,
				formats: FORMATS,
				read,
				services
			}
		};
	});
}
/**
* The self-test: slows down a copy of the candidate and judges the copy, to see whether the gate would block it. The slowdown just over the
* limit is written into the files, if they are small, and read again. The larger slowdown is applied to the runs that were read.
*/
async function withTestedAlarm(evidence, input, sets, policy) {
	const { runs, refusals } = input.collected;
	const small = slowdownsFor(evidence, "justOver");
	const { planted, originals } = await plantInFiles(withFormats(sets, policy), runs, small);
	const others = slowedRuns({
		runs: runs.filter((run) => !originals.has(run)),
		refusals
	}, small);
	const large = slowedRuns({
		runs,
		refusals
	}, slowdownsFor(evidence, "atTwice"));
	const proofs = selfTests(evidence, judgePlanted(input, /* @__PURE__ */ new Map([["justOver", {
		runs: [...others.runs, ...planted],
		refusals
	}], ["atTwice", large]])));
	return evidence.map((one) => ({
		...one,
		alarm: proofs.filter(({ service }) => service === one.service)
	}));
}
/** null: the policy names no drift anchor, or no stored run can be compared with it. */
function driftAnchor({ drift }, lookup, { driftAncestry: ancestry }) {
	if (drift === null || lookup?.kind !== "found" || ancestry == null) return null;
	return {
		name: drift.anchor,
		ancestry,
		maxDriftRatio: drift.maxDriftRatio
	};
}
function overrideOf(overridable, policy, { override }) {
	const facts = override?.() ?? null;
	return facts === null ? { kind: "none" } : decideOverride(facts, policy.override, blockedParts(overridable));
}
// src/commands/progress-line.ts
/** Does long work and reports on standard error how much was read, because standard output is for the report. */
async function withProgress(work) {
	const { stderr } = process;
	const output = {
		isTerminal: stderr.isTTY === true,
		write: (text) => stderr.write(text)
	};
	const progress = createProgress(output, () => performance.now());
	try {
		return await work(progress);
	} finally {
		progress.end();
	}
}
// src/commands/local-gate.ts
/** Runs the gate without GitHub: without ancestry and without overrides. */
async function judgeLocally(policy, results, templates) {
	return await withProgress(async ({ watch }) => {
		const lookup = await results.lookup();
		const services = new Set(lookup?.kind === "found" ? lookup.services.keys() : []);
		const sets = results.sets.map((set) => {
			return {
				...set,
				files: set.files.map(watch),
				options: {
					...set.options,
					services
				}
			};
		});
		const collected = await collect(sets, policy);
		const { drift } = policy;
		const driftAncestry = drift === null || lookup?.kind !== "found" ? null : recordedUpTo(drift.anchor, lookup);
		return await runGate({
			policy,
			context: commandLineContext(policy),
			origin: results.origin,
			...templates === void 0 ? {} : { templates }
		}, {
			sets,
			collected,
			lookup,
			ancestry: null,
			driftAncestry
		});
	});
}
/** Without Git, the order of recording takes the place of the history. The anchor can then only be a commit. */
function recordedUpTo(anchor, { services }) {
	const recorded = new Map([...services.values()].flat().map(({ commit, recordedAt }) => [commit, recordedAt]));
	const last = [...recorded.keys()].find((commit) => commit === anchor || anchor.length >= 7 && commit.startsWith(anchor));
	const until = last === void 0 ? "" : recorded.get(last) ?? "";
	const commits = [...recorded].flatMap(([commit, recordedAt]) => recordedAt <= until ? [commit] : []);
	return {
		anchor: last ?? anchor,
		commits: commits.toReversed()
	};
}
/** A report on the command line has no data of GitHub. */
function commandLineContext(policy) {
	return {
		gateName: "perf-gate",
		generatedFor: "command-line",
		repository: null,
		headSha: null,
		baseBranch: null,
		pullRequest: null,
		runUrl: null,
		runId: null,
		policySource: policy.source,
		overrideLabel: null,
		actionReference: null
	};
}
// src/commands/read-flag-file.ts
/** Reads the file whose path is the value of a flag. Throws a UserError that names the flag when the file cannot be read. */
async function readFlagFile(flag, path) {
	return await (0, import_promises.readFile)(path).catch((error) => {
		throw new UserError(`${path} cannot be read (${error.code}). Check the path after --${flag}.`, { cause: error });
	});
}
/** The JSON in the file of a flag. null: the file is not JSON. Throws a UserError with the flag when the file cannot be read. */
async function readFlagJson(flag, path) {
	const bytes = await readFlagFile(flag, path);
	try {
		return JSON.parse(bytes.toString());
	} catch {
		return null;
	}
}
// src/commands/policy-option.ts
/** `init` writes the policy to this path, and the Action reads it from there. */
const DEFAULT_POLICY_FILE = ".github/perf-gate.yml";
const POLICY_FLAGS = {
	policy: {
		type: "string",
		value: "FILE",
		says: "the policy; default: the built-in values"
	},
	"max-regression": {
		type: "string",
		value: "5%",
		says: "the limit for p95 when the policy has none; default: 5%"
	}
};
/** The policy of `--policy` and `--max-regression`. Without a file the defaults hold. */
async function readPolicy(path, maxRegression, flag = "policy") {
	return await policyOfText(path === void 0 ? null : `${await readFlagFile(flag, path)}`, path ?? null, maxRegression);
}
/** The policy in a text. null: the defaults hold, and the YAML parser is not loaded. */
async function policyOfText(text, source, maxRegression) {
	const inputs = { maxRegressionRatio: givenPercent("--max-regression", maxRegression) };
	if (text === null) return defaultPolicy(inputs);
	const { parsePolicy } = await import("./policy-file2.js");
	return parsePolicy(text, source, inputs);
}
// src/commands/print.ts
/** Prints what people read to standard output, which may be the log of a job on GitHub. */
function print(text) {
	process.stdout.write(withoutRunnerCommands(text));
}
// src/commands/result-set.ts
/** The service of results whose path names no service. */
const DEFAULT_SERVICE = "service";
/** The results of a folder or a file. `side` holds for runs whose path names no side. Throws a UserError for a store. */
async function resultSet(path, side) {
	await refuseStore(path);
	return {
		files: await resultFilesAt(path),
		refusals: [],
		options: {
			defaultService: DEFAULT_SERVICE,
			defaultSide: side,
			defaultCommit: null
		}
	};
}
// src/commands/save.ts
/** Where a command writes its report besides standard output. */
const OUTPUT_FLAGS = {
	json: {
		type: "string",
		value: "FILE",
		writes: "file",
		says: "the report for programs"
	},
	markdown: {
		type: "string",
		value: "FILE",
		writes: "file",
		says: "the printed report as a file"
	}
};
/** Prints a report, and saves it and its JSON where the flags ask for them. */
async function printReport(text, json, paths) {
	print(text);
	if (paths.markdown !== void 0) await save(paths.markdown, text);
	if (paths.json !== void 0) await save(paths.json, `${JSON.stringify(json, null, 2)}\n`);
}
/** Writes a report to a file, and creates its parent folders. */
async function save(path, text) {
	await (0, import_promises.mkdir)((0, import__builtin_path.dirname)(path), { recursive: true });
	await (0, import_promises.writeFile)(path, text);
}
// src/commands/templates-option.ts
/** The templates of `--templates DIR`: its files `*.hbs`. Only this flag loads the compiler of templates. */
async function readTemplates(folder) {
	if (folder === void 0) return STANDARD_TEMPLATES;
	const ownNames = (await (0, import_promises.readdir)(folder).catch((error) => {
		throw new UserError(`The folder ${folder} cannot be read (${error.code}). Check the path after --templates.`);
	})).filter((name) => name.endsWith(".hbs")).toSorted();
	const sources = await Promise.all(ownNames.map(async (name) => ({
		path: (0, import__builtin_path.join)(folder, name),
		text: await (0, import_promises.readFile)((0, import__builtin_path.join)(folder, name), "utf8")
	})));
	const { customTemplates } = await import("./custom-templates.js");
	const templates = customTemplates(sources);
	for (const problem of templates.problems) process.stderr.write(withoutRunnerCommands(`perf-gate: ${problem}\n`));
	return templates;
}
// src/commands/compare.ts
/** Where the report is written besides standard output. */
const REPORT_FLAGS = {
	...OUTPUT_FLAGS,
	html: {
		type: "string",
		value: "FILE",
		writes: "file",
		says: "a page with charts"
	},
	svg: {
		type: "string",
		value: "FILE",
		writes: "file",
		says: "a chart of the series that changed most"
	}
};
const USAGE = {
	guide: "docs/results.md",
	calls: ["--baseline PATH --candidate PATH", "--results PATH"],
	flags: {
		baseline: {
			type: "string",
			value: "PATH",
			says: "what to compare with: a folder, a file, or a store that record wrote"
		},
		candidate: {
			type: "string",
			value: "PATH",
			says: "the results of the change: a folder or a file"
		},
		results: {
			type: "string",
			value: "PATH",
			says: "both sides in one folder: SERVICE/{baseline,candidate}/run-N"
		},
		...POLICY_FLAGS,
		templates: {
			type: "string",
			value: "DIR",
			says: "your own templates of the report: *.hbs"
		},
		...REPORT_FLAGS
	}
};
/** `perf-gate compare` prints the report. Exit code 1: something blocks. */
async function compare(args) {
	const { values } = readArguments(args, USAGE.flags);
	const drawing = loadDrawing(values);
	const policy = await readPolicy(values.policy, values["max-regression"]);
	return await writeReport(await judgeLocally(policy, await sidesOf(values), await readTemplates(values.templates)), policy, values, drawing);
}
function loadDrawing({ html, svg }) {
	return html === void 0 && svg === void 0 ? null : import("./render-html.js");
}
/** Prints the report, writes the files that were asked for, and returns the exit code. */
async function writeReport({ verdict, report: { markdown } }, policy, values, drawing = loadDrawing(values)) {
	print(markdown);
	if (values.markdown !== void 0) await save(values.markdown, markdown);
	if (values.json !== void 0) {
		const { reportJson } = await import("./report-json.js");
		await save(values.json, `${JSON.stringify(reportJson(verdict), null, 2)}\n`);
	}
	if (drawing !== null) await savePictures(await drawing, values, verdict, policy);
	return verdict.blocked ? 1 : 0;
}
async function savePictures({ renderHtml, renderMainPlotSvg }, { html, svg, baseline }, verdict, policy) {
	if (html !== void 0) {
		const releases = await readReleases(verdict, baseline);
		await save(html, renderHtml(verdict, commandLineContext(policy), { releases }));
	}
	if (svg === void 0) return;
	const plot = renderMainPlotSvg(verdict);
	if (plot === null) process.stderr.write(`${svg} was not written: nothing was compared, so there is nothing to draw.\n`);
	else await save(svg, plot);
}
/**
* The tags of two clones: the one around the store and the one around this folder. The commits of a store belong to one of them.
*/
async function readReleases({ services }, store = ".") {
	if (services.every(({ history }) => history == null)) return /* @__PURE__ */ new Map();
	const [{ gitTags }, { releasesOf }] = await Promise.all([import("./git-tags.js"), import("./releases.js")]);
	return releasesOf((await Promise.all([store, "."].map(gitTags))).flat());
}
async function sidesOf(values) {
	const { baseline, candidate, results } = values;
	if (results !== void 0) {
		if (baseline !== void 0 || candidate !== void 0) throw new UserError("Give either --results, or --baseline and --candidate, not both.");
		return {
			origin: "same-results",
			sets: [await resultSet(results, "candidate")],
			lookup: async () => null
		};
	}
	const candidateSet = await resultSet(requiredFlag("candidate", candidate), "candidate");
	const baselinePath = requiredFlag("baseline", baseline);
	if (await isStore(baselinePath)) {
		const { openDirectoryStore } = await import("./directory-store.js");
		const store = openDirectoryStore(baselinePath);
		return {
			origin: "other-results",
			sets: [candidateSet],
			lookup: () => store.load()
		};
	}
	if (candidate !== void 0 && (0, import__builtin_path.resolve)(baselinePath) === (0, import__builtin_path.resolve)(candidate)) process.stderr.write("Both sides are the same path, so nothing can differ.\n");
	return {
		origin: "other-results",
		sets: [await resultSet(baselinePath, "baseline"), candidateSet],
		lookup: async () => null
	};
}
export { worstFirst as $, K6 as $t, SECTIONS as A, mean as An, estimatedCandidate as At, require_runtime as B, objects as Bn, layoutDefaults as Bt, collectProfiles as C, viewOf as Cn, withoutRetired as Ct, withFallBack as D, joinChunks as Dn, decideOverride as Dt, standardTemplatesBecause as E, selectionText as En, isSampled as Et, countedWords as F, sum$1 as Fn, STAGES as Ft, require_utils as G, EmptyFileError as Gt, require_no_conflict as H, groupByRun as Ht, runValue as I, quote as In, readFolder as It, headline as J, readPath as Jt, secondLine as K, ForeignFileError as Kt, messageOf as L, isObject as Ln, resultFilesAt as Lt, rightSizing as M, quantile as Mn, unmatchedServices as Mt, sizingText as N, sampleStandardDeviation as Nn, withToolLimits as Nt, writtenSections as O, wholeFile as On, isRepaidSince as Ot, comparisonRow as P, sampleVariance as Pn, endpointGroups as Pt, verdictOfService as Q, k6PointsCsv as Qt, sentencesOf as R, levelsOfJson as Rn, gunzipped as Rt, collectTraces as S, textPattern as Sn, writtenPrimaries as St, STANDARD_TEMPLATES as T, selectionOf as Tn, RESOURCE_STATS as Tt, require_base as U, readRunFiles as Ut, require_handlebars_runtime as V, textOr as Vn, readGroups as Vt, require_exception as W, recognizeFile as Wt, isResource as X, FORMATS as Xt, gatedComparisons as Y, requestsOfRun as Yt, servicesWorstFirst as Z, k6PointsNdjson as Zt, judgeLocally as _, listed as _n, recordsOf as _t, OUTPUT_FLAGS as a, beganAt as an, levelContext as at, runGate as b, bytePattern as bn, groupBy as bt, DEFAULT_SERVICE as c, formatChange as cn, stepsOf as ct, DEFAULT_POLICY_FILE as d, formatLimitPoints as dn, conditionsKey as dt, collectPoints as en, storedPushes as et, POLICY_FLAGS as f, formatMs as fn, requiredAgainst as ft, readFlagJson as g, formatValue as gn, owedBy as gt, readFlagFile as h, formatSize as hn, studentTUpperTail as ht, writeReport as i, problemWithStat as in, seriesOfService as it, profilesMarkdown as j, median as jn, changeInWords as jt, TemplateError as k, quantilesInPlace as kn, repaidNow as kt, resultSet as l, formatDuration as ln, storedJobs as lt, readPolicy as m, formatSignedLimit as mn, studentTQuantile as mt, USAGE as n, ADVICE_ON_POINTS as nn, judgePushes as nt, printReport as o, count as on, newestRuns as ot, policyOfText as p, formatRatio as pn, requiredRunsPerSide as pt, perHundred as q, explainUnreadable as qt, compare as r, pointsRun as rn, holmAdjust as rt, save as s, firstOf as sn, selectWindow as st, REPORT_FLAGS as t, readPoints as tn, shareOf as tt, print as u, formatLimit as un, compareSeries as ut, withProgress as v, createCarriedBytes as vn, regressionsOf as vt, runBeside as w, DEFAULT_READ_OPTIONS as wn, RULES as wt, withoutSuperseded as x, isAt as xn, withToolPrimaries as xt, collect as y, areAt as yn, seriesReader as yt, sentencesWithService as z, numberOr as zn, collectRuns as zt };
