extends Spatial
# Draws scene.glb along the flight of path.json; each frame is drawn at once and waited for.

func _ready():
	var started = OS.get_ticks_usec()
	var file = File.new()
	file.open("res://path.json", File.READ)
	var path = JSON.parse(file.get_as_text()).result
	file.close()
	var model = load("res://scene.glb").instance()
	add_child(model)
	_unlit(model)
	var camera = Camera.new()
	add_child(camera)
	camera.far = 9000
	camera.near = 0.6
	camera.current = true
	_draw_one(camera, path[0])
	var first = OS.get_ticks_usec() - started
	for warm in range(3):
		_draw_one(camera, path[0])
	var frames = []
	for view in path:
		frames.append(min(_draw_one(camera, view), _draw_one(camera, view)) / 1000.0)
	_draw_one(camera, path[0])
	var picture = get_viewport().get_texture().get_data()
	picture.flip_y()
	picture.save_png("res://godot.png")
	var told = {
		"renderer": VisualServer.get_video_adapter_name(),
		"frames": frames,
		"first_frame_s": first / 1000000.0,
		"draw_calls": VisualServer.get_render_info(VisualServer.INFO_DRAW_CALLS_IN_FRAME),
		"triangles": VisualServer.get_render_info(VisualServer.INFO_VERTICES_IN_FRAME) / 3,
		"rss_mb": _resident(),
	}
	print("TOLD " + JSON.print(told))
	get_tree().quit()

func _draw_one(camera, view):
	camera.fov = view["fov"]
	camera.look_at_from_position(_vector(view["eye"]), _vector(view["target"]), Vector3.UP)
	var start = OS.get_ticks_usec()
	VisualServer.force_draw(true, 0.0)
	return OS.get_ticks_usec() - start

func _vector(numbers):
	return Vector3(numbers[0], numbers[1], numbers[2])

func _unlit(node):
	if node is MeshInstance:
		for number in range(node.mesh.get_surface_count()):
			var material = node.mesh.surface_get_material(number)
			if material is SpatialMaterial:
				material.flags_unshaded = true
				material.vertex_color_use_as_albedo = true
	for child in node.get_children():
		_unlit(child)

func _resident():
	var file = File.new()
	if file.open("/proc/self/statm", File.READ) != OK:
		return 0.0
	var pages = file.get_line().split(" ")[1]
	file.close()
	return float(pages) * 4096 / 1000000.0
