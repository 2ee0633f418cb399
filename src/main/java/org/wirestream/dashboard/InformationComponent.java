package org.wirestream.dashboard;

/**
 * How much more often something occurs than expected: the base-2 logarithm of the observed-to-expected ratio, shrunk towards none,
 * with its 95 % credibility interval. Norén, Hopstadius and Bate (2013), Shrinkage observed-to-expected ratios for robust and
 * transparent large-scale pattern discovery, Statistical Methods in Medical Research 22(1), 57-69.
 *
 * <p>The half that is added to both counts is a Gamma(1/2, 1/2) prior of a Poisson rate: small numbers say little, and the lower
 * limit is above zero for no count under three. The limits are the paper's approximation of the Gamma quantiles.
 *
 * @param ic 1 is twice the expected, -1 half of it
 * @param lower 2.5 % limit
 * @param upper 97.5 % limit
 */
record InformationComponent(double ic, double lower, double upper) {
    private static final double SHRINKAGE = 0.5;

    /**
     * The component.
     *
     * @param observed how often it occurs
     * @param expected how often it would as usual; 0 or more
     */
    static InformationComponent of(long observed, double expected) {
        double o = observed + SHRINKAGE;
        double ic = Math.log(o / (expected + SHRINKAGE)) / Math.log(2);
        double lower = ic - 3.3 * Math.pow(o, -0.5) - 2 * Math.pow(o, -1.5);
        double upper = ic + 2.4 * Math.pow(o, -0.5) - 0.5 * Math.pow(o, -1.5);
        return new InformationComponent(ic, lower, upper);
    }
}
