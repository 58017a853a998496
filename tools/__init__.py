"""Tools of the project: environments, benchmarks, pictures, generated clusters."""
