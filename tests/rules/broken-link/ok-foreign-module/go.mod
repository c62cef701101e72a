module example

require github.com/example/theme v1.0.0
