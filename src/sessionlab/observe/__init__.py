"""What one would measure on an application of this design: the experiments that were run on real frameworks."""
